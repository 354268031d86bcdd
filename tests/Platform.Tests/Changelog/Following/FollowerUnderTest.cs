using System.Collections.Concurrent;
using Google.Protobuf;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RaceSystem.Changelog.V1;
using RaceSystem.Contracts.Messages;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Changelog.Following;
using RaceSystem.Platform.Tests.Storage;
using RaceSystem.Testing;

namespace RaceSystem.Platform.Tests.Changelog.Following;

/// <summary>A running follower of the owner <c>timing</c> on fake time, with its copy in a real database.</summary>
internal sealed class FollowerUnderTest : IChangelogProjection, IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, string>> _values = new();

    public FollowerUnderTest(FakeLogSource source, StorageUnderTest storage)
    {
        Copy = new FollowedCopy("timing", storage.Storage, storage.Gate);
        Follower = new ChangelogFollower("results", "timing", this, source, Copy, Time, NullLogger<ChangelogFollower>.Instance);
    }

    public FakeTimeProvider Time { get; } = new();

    public ChangelogFollower Follower { get; }

    public FollowedCopy Copy { get; }

    public int Resets { get; private set; }

    public IEnumerable<KeyValuePair<string, string>> Values(string meetId) => _values.GetValueOrDefault(meetId)?.OrderBy(pair => pair.Key) ?? Enumerable.Empty<KeyValuePair<string, string>>();

    public async Task StartAsync()
    {
        await Follower.StartAsync(TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => Follower.IsStarted);
    }

    /// <summary>Lets time pass in the follower's steps.</summary>
    public void Pass(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += Step)
        {
            Time.Advance(Step);
        }
    }

    /// <summary>Waits for something while time passes.</summary>
    public Task EventuallyAsync(Func<bool> condition) => Eventually.TrueAsync(() =>
    {
        Time.Advance(Step);
        return condition();
    });

    public Task DeliverAsync(LogRange range, string meetId = "m") => Follower.ReceiveAsync(Message(range, meetId), TestContext.Current.CancellationToken);

    public Task AnnounceAsync(ChangelogHead head) =>
        Follower.ReceiveAsync(new ChangelogHeadAnnounced("timing", head.MeetId, head.LogId, head.Sequence), TestContext.Current.CancellationToken);

    public static PassingsChanged Message(LogRange range, string meetId)
    {
        var content = new ListChangesResponse { LogId = range.LogId };
        content.Records.AddRange(range.Records.Select(ChangeRecords.ToMessage));
        return new PassingsChanged("timing", meetId, range.LogId, range.First, range.Last, content.ToByteArray());
    }

    public void Reset(string meetId)
    {
        Resets++;
        _values[meetId] = new();
    }

    public void Apply(string meetId, IReadOnlyList<ChangelogRecord> records, long throughSequence)
    {
        var values = _values.GetOrAdd(meetId, _ => new());
        foreach (var record in records)
        {
            values[record.Key] = OwnedLog.Text(record);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Follower.StopAsync(CancellationToken.None);
        Follower.Dispose();
    }
}
