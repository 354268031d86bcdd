using Google.Protobuf;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RaceSystem.Platform.Changelog;
using RaceSystem.Registration.V1;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Service.Meets;

public sealed class MeetScorerTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Snapshots_come_at_most_ten_times_a_second_and_the_last_record_is_never_left_out()
    {
        using var stopping = new CancellationTokenSource();
        var scorer = new MeetScorer("meet", _time, NullLogger.Instance);
        var running = scorer.RunAsync(stopping.Token);
        scorer.ApplyRegistration([Meet(1)], 1);
        await Eventually.TrueAsync(() => scorer.Current.Sequences.Registration == 1);
        var first = scorer.Current;

        for (var sequence = 2; sequence <= 50; sequence++)
        {
            scorer.ApplyRegistration([Meet(sequence)], sequence);
        }

        Assert.Same(first, scorer.Current);
        await Eventually.TrueAsync(() =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(50));
            return scorer.Current.Sequences.Registration == 50;
        });
        Assert.Equal(first.Version + 1, scorer.Current.Version);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public void A_record_that_cannot_be_read_is_skipped_and_the_rest_counts()
    {
        var scorer = new MeetScorer("meet", _time, NullLogger.Instance);

        scorer.ApplyRegistration([new ChangelogRecord(1, "entry/x", new byte[] { 0xFF, 0xFF }), Meet(2)], 2);
        scorer.ApplyTiming([new ChangelogRecord(1, "passings/x/y", new byte[] { 0x0A, 0x7F })], 1);
        scorer.Publish();

        Assert.Equal("Meet 2", scorer.Current.Meet?.DisplayName);
        Assert.Equal(new LogSequences(2, 1, 0), scorer.Current.Sequences);
    }

    [Fact]
    public async Task Who_waits_gets_the_newest_snapshot_and_not_every_one()
    {
        var scorer = new MeetScorer("meet", _time, NullLogger.Instance);
        var waiting = scorer.Snapshots.NextAsync(0, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);

        scorer.Publish();
        var first = await waiting;
        scorer.Publish();
        scorer.Publish();

        Assert.Equal(first.Version + 2, (await scorer.Snapshots.NextAsync(first.Version, TestContext.Current.CancellationToken)).Version);
    }

    [Fact]
    public void A_kept_snapshot_goes_after_a_minute()
    {
        var pins = new SnapshotPins(_time);
        var race = new RaceSystem.Results.Tests.Core.Field(RaceSystem.Results.Tests.Core.Field.Marathon()).Standings();
        pins.Keep(7, race);

        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.True(pins.TryFind(7, race.Race.RaceId, out var found) && ReferenceEquals(race, found));
        Assert.False(pins.TryFind(8, race.Race.RaceId, out _));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(pins.TryFind(7, race.Race.RaceId, out _));
    }

    private static ChangelogRecord Meet(long sequence) =>
        new(sequence, "meet", new RegistrationRecord { Meet = new MeetRecord { MeetId = "meet", DisplayName = $"Meet {sequence}" } }.ToByteArray());
}
