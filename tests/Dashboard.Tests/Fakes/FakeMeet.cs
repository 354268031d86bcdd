using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RaceSystem.Registration.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.Dashboard.Tests.Fakes;

/// <summary>The world behind the fake services: one meet, changed by tests, watched by streams. Safe to share between threads.</summary>
internal sealed class FakeMeet
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _away = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.Ordinal);
    private int _watches;
    private int _watchesEver;

    public const string Id = "pyongyang-2025";

    public Meet Registered { get; } = new() { MeetId = Id, DisplayName = "Pyongyang International Marathon", TimeZone = "Asia/Pyongyang", RaceDay = "2025-04-06" };

    public List<FakeRace> Races { get; } = [];

    public List<TimingPointStatus> Points { get; } = [];

    public List<DeviceState> Devices { get; } = [];

    public List<Alarm> Alarms { get; } = [];

    public List<Quarantine> Quarantines { get; } = [];

    /// <summary>Anomalies, decisions, versions.</summary>
    public FakeDesk Desk { get; } = new();

    /// <summary>WatchStandings streams open now.</summary>
    public int OpenWatches => Volatile.Read(ref _watches);

    /// <summary>WatchStandings streams opened so far.</summary>
    public int WatchesEver => Volatile.Read(ref _watchesEver);

    public static Timestamp Gun { get; } = Timestamp.FromDateTimeOffset(new DateTimeOffset(2025, 4, 6, 9, 0, 0, TimeSpan.FromHours(9)));

    /// <summary>Changes the world and wakes the streams.</summary>
    public void Change(Action<FakeMeet> change)
    {
        TaskCompletionSource before;
        lock (_gate)
        {
            change(this);
            before = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        before.SetResult();
    }

    /// <summary>Reads the world; throws as a service that is away does.</summary>
    public T Ask<T>(string service, Func<FakeMeet, T> question)
    {
        lock (_gate)
        {
            return _away.Contains(service) ? throw new RpcException(new Status(StatusCode.Unavailable, "connection refused")) : question(this);
        }
    }

    /// <summary>Whether a service answers.</summary>
    public void SetAway(string service, bool away) => Change(_ =>
    {
        if (away)
        {
            _away.Add(service);
        }
        else
        {
            _away.Remove(service);
        }
    });

    /// <summary>Gives an answer at once and after each change, until the caller leaves.</summary>
    public async IAsyncEnumerable<T> WatchAsync<T>(string service, Func<FakeMeet, T> question, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            Task next;
            T answer;
            lock (_gate)
            {
                next = _changed.Task;
                answer = Ask(service, question);
            }

            yield return answer;
            await next.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>How often a question was asked.</summary>
    public int AskedFor(string question) => _asked.GetValueOrDefault(question);

    /// <summary>Counts a question.</summary>
    public void Asked(string question) => _asked.AddOrUpdate(question, 1, (_, count) => count + 1);

    public void Opened()
    {
        Interlocked.Increment(ref _watches);
        Interlocked.Increment(ref _watchesEver);
    }

    public void Closed() => Interlocked.Decrement(ref _watches);

    public FakeRace Race(string id) => Races.FirstOrDefault(race => race.Id == id)
        ?? throw new RpcException(new Status(StatusCode.NotFound, $"There is no race '{id}'."));

    /// <summary>The meet, or the refusal of a service that does not know it.</summary>
    public FakeMeet Known(string id) => id == Id ? this : throw new RpcException(new Status(StatusCode.NotFound, $"There is no meet '{id}'. Check the id."));
}
