using RaceSystem.Testing;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Tests.Protocols.Clocks;

public sealed class ClockWatchTests
{
    private const long Second = WatchedDecoder.Second;
    private const long Hour = 3_600 * Second;

    [Fact]
    public void A_right_clock_is_believed_however_its_reads_come()
    {
        var random = Seed.NextRandom();
        for (var run = 0; run < 60; run++)
        {
            var decoder = new WatchedDecoder(random) { Offset = random.NextInt64(-20, 20) * Second };
            decoder.Live(random.Next(0, 200), 0.02 + random.NextDouble() * 5);
            decoder.Live(random.Next(60, 5_400), 0.05 + random.NextDouble(), cut: true);
            decoder.CatchUp(1.5 + (random.NextDouble() * 200), liveToo: random.Next(2) == 0, readsPerSecond: 0.05 + random.NextDouble());
            decoder.Live(300, 0.5);
            Assert.True(decoder.Verdicts.Count == 0, $"run {run}: {decoder.Verdicts.FirstOrDefault()}");
        }
    }

    [Theory]
    [InlineData(3_600, ClockFault.Zone)]
    [InlineData(-3_600, ClockFault.Zone)]
    [InlineData(9 * 3_600, ClockFault.Zone)]
    [InlineData(1_800 + 4, ClockFault.Zone)]
    [InlineData(-5 * 3_600 - 2_700 + 8, ClockFault.Zone)]
    [InlineData(86_400, ClockFault.Date)]
    [InlineData(-86_400, ClockFault.Date)]
    [InlineData(366 * 86_400, ClockFault.Date)]
    [InlineData(33 * 3_600, ClockFault.Date)]
    [InlineData(95, ClockFault.Offset)]
    [InlineData(-95, ClockFault.Offset)]
    [InlineData(3_000, ClockFault.Offset)]
    public void A_wrong_clock_is_recognised_within_two_minutes_of_live_reads_and_all_of_its_times_are_named(long seconds, ClockFault fault)
    {
        var random = Seed.NextRandom();
        for (var run = 0; run < 20; run++)
        {
            var decoder = new WatchedDecoder(random) { Offset = seconds * Second };
            decoder.Live(120, 0.3 + (random.NextDouble() * 20));
            var verdict = decoder.Watch.Verdict;
            Assert.NotNull(verdict);
            Assert.Equal(fault, verdict.Fault);
            Assert.InRange(verdict.OffsetMicros - (seconds * Second), 0, 3 * Second);
            Assert.Equal((decoder.Wrong.Min(), decoder.Wrong.Max()), (verdict.FromMicros, verdict.ToMicros));
            Assert.Contains(seconds < 0 ? "ahead" : "behind", verdict.Evidence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Reads_that_a_wrong_clock_stored_before_are_named_too()
    {
        var decoder = new WatchedDecoder(Seed.NextRandom()) { Offset = Hour };
        decoder.Live(600, 1, cut: true);
        decoder.CatchUp(20, liveToo: false);
        decoder.Live(240, 1);
        var verdict = decoder.Watch.Verdict!;
        Assert.Equal((ClockFault.Zone, decoder.Wrong.Min(), decoder.Wrong.Max()), (verdict.Fault, verdict.FromMicros, verdict.ToMicros));
    }

    [Fact]
    public void A_clock_that_is_set_wrong_and_right_again_is_told_of_and_then_not_any_more()
    {
        var decoder = new WatchedDecoder(Seed.NextRandom());
        decoder.Live(600, 1);
        Assert.Null(decoder.Watch.Verdict);
        decoder.Offset = -2 * Hour;
        decoder.Live(300, 1);
        Assert.Equal((ClockFault.Zone, decoder.Wrong.Min()), (decoder.Watch.Verdict!.Fault, decoder.Watch.Verdict.FromMicros));
        decoder.Offset = 0;
        decoder.Live(60, 1);
        Assert.Null(decoder.Watch.Verdict);
    }

    [Theory]
    [InlineData(1970)]
    [InlineData(1980)]
    [InlineData(2000)]
    [InlineData(1899)]
    public void A_clock_that_was_never_set_is_recognised_from_three_reads(int year)
    {
        var decoder = new WatchedDecoder(Seed.NextRandom());
        var start = (new DateTime(year, 1, 6, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        decoder.Arrive(decoder.Now, start, start + Second);
        Assert.Null(decoder.Watch.Verdict);
        decoder.Arrive(decoder.Now + Second, start + (2 * Second));
        var verdict = decoder.Watch.Verdict!;
        Assert.Equal((ClockFault.Unset, start, start + (2 * Second)), (verdict.Fault, verdict.FromMicros, verdict.ToMicros));

        // The other decoder of the same device is right: that does not make this one so.
        decoder.Live(30, 2);
        Assert.Equal(ClockFault.Unset, decoder.Watch.Verdict!.Fault);
        decoder.Live(200, 2);
        Assert.Null(decoder.Watch.Verdict);
    }

    [Fact]
    public void Thin_evidence_says_nothing()
    {
        var decoder = new WatchedDecoder(Seed.NextRandom()) { Offset = Hour };
        decoder.Arrive(decoder.Now, [.. Enumerable.Range(0, 500).Select(i => decoder.Now - Hour + i)]);
        Assert.Null(decoder.Watch.Verdict);
        decoder.Live(20, 1);
        Assert.Null(decoder.Watch.Verdict);

        // A damaged time among right ones.
        var other = new WatchedDecoder(Seed.NextRandom());
        for (var i = 0; i < 30; i++)
        {
            other.Live(30, 1);
            other.Arrive(other.Now, other.Now + (5 * Hour), long.MaxValue, long.MinValue);
        }

        Assert.Empty(other.Verdicts);
    }

    [Fact]
    public void Nothing_is_said_while_our_own_clock_is_not_set()
    {
        var decoder = new WatchedDecoder(Seed.NextRandom());
        for (var i = 0; i < 100; i++)
        {
            decoder.Arrive(i * 10 * Second, decoder.Now + (i * 10 * Second));
        }

        Assert.Empty(decoder.Verdicts);
    }

    [Fact]
    public void Exchanges_tell_small_offsets_and_count_more_than_reads()
    {
        var decoder = new WatchedDecoder(Seed.NextRandom()) { Offset = 3 * Second };
        decoder.Live(30, 1);
        for (var i = 0; i < 3; i++)
        {
            Assert.Null(decoder.Watch.Verdict);
            decoder.Sample(20_000);
            decoder.Live(10, 1);
        }

        var verdict = decoder.Watch.Verdict!;
        Assert.Equal(ClockFault.Offset, verdict.Fault);
        Assert.InRange(verdict.OffsetMicros, 2_990_000, 3_010_000);
        Assert.Equal(decoder.Wrong.Max(), verdict.ToMicros);

        // The clock is right, and the reads come late for another reason.
        var slow = new WatchedDecoder(Seed.NextRandom());
        for (var i = 0; i < 60; i++)
        {
            slow.Live(10, 0.001);
            slow.Sample(20_000);
            slow.Arrive(slow.Now, slow.Now - Hour, slow.Now - Hour + 1);
        }

        Assert.Empty(slow.Verdicts);
    }

    [Fact]
    public void Exchanges_on_a_bad_link_or_told_by_the_decoder_itself_need_a_larger_offset()
    {
        var bad = new WatchedDecoder(Seed.NextRandom());
        for (var i = 0; i < 20; i++)
        {
            bad.Live(10, 1);
            bad.Sample(9_000_000, i % 2 == 0 ? -4 * Second : 4 * Second);
            bad.Sample(0, -4 * Second);
        }

        Assert.Empty(bad.Verdicts);
    }
}
