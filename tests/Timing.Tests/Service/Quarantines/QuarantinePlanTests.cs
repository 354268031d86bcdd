using RaceSystem.Timing.Service.Quarantines;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.Quarantines;

public sealed class QuarantinePlanTests
{
    private const long Minute = 60_000_000;

    [Fact]
    public void A_fault_opens_one_and_widens_it_while_it_goes_on()
    {
        Assert.Equal([("new", 10, 20)], Plan([], 10, 20));
        Assert.Equal([("a", 10, 30)], Plan([Row("a", 10, 20)], 15, 30));
        Assert.Equal([("a", 10, 79)], Plan([Row("a", 10, 20)], 78, 79));
        Assert.Empty(Plan([Row("a", 10, 20)], 12, 20));
    }

    [Fact]
    public void What_lies_far_apart_is_two() => Assert.Equal([("new", 200, 210)], Plan([Row("a", 10, 20)], 200, 210));

    [Fact]
    public void A_decided_range_is_not_held_again_for_the_same_fault()
    {
        var decided = Row("a", 10, 20, QuarantineStates.Released);
        Assert.Empty(Plan([decided], 10, 20, corrected: true));
        Assert.Equal([("new", 5, 9), ("new", 21, 30)], Plan([decided], 5, 30, corrected: true));
        Assert.Equal([("new", 21, 30)], Plan([Row("a", 10, 20, QuarantineStates.Discarded)], 12, 30));

        // An open one on the other side of it is not widened over it.
        Assert.Equal([("new", 21, 30)], Plan([decided, Row("b", 1, 9)], 10, 30, corrected: true));
        Assert.Equal([("c", 21, 30)], Plan([decided, Row("b", 1, 9), Row("c", 25, 26)], 10, 30, corrected: true));
    }

    [Fact]
    public void A_clock_that_was_found_right_goes_on_being_so_while_it_is_off_by_the_same()
    {
        var right = Row("a", 10, 20, QuarantineStates.Released, offset: 60);
        Assert.Equal([("a", 10, 900)], Plan([right], 800, 900, offset: 61));
        Assert.Equal([("new", 800, 900)], Plan([right], 800, 900, offset: 70));
        Assert.Equal([("new", 800, 900)], Plan([right], 800, 900, offset: 60, fault: ClockFault.Date));
    }

    [Fact]
    public void What_another_fault_holds_is_held_once() =>
        Assert.Equal([("new", 21, 25)], Plan([Row("a", 10, 20, fault: ClockFault.Unset)], 12, 25));

    [Fact]
    public void A_device_with_very_many_gets_no_more()
    {
        var rows = Enumerable.Range(0, 60).Select(i => Row($"r{i}", i * 1_000, (i * 1_000) + 1)).ToArray();
        Assert.Equal([("r59", 59_000, 90_001)], Plan(rows, 90_000, 90_001));
    }

    private static QuarantineRow Row(string id, long from, long to, string state = QuarantineStates.Open, long offset = 60, ClockFault fault = ClockFault.Zone) => new()
    {
        MeetId = "m",
        QuarantineId = id,
        DeviceId = "d",
        FromMicros = from * Minute,
        ToMicros = MinuteEnd(to),
        Fault = fault.ToString(),
        Evidence = "",
        SuspectedOffsetMicros = offset * Minute,
        OpenedMicros = 0,
        State = state,
        DecidedBy = "",
        DecidedMicros = 0,
        Note = "",
    };

    /// <summary>Minutes are whole ones: from the first microsecond to the last.</summary>
    private static long MinuteEnd(long minute) => ((minute + 1) * Minute) - 1;

    private static List<(string Id, long From, long To)> Plan(
        QuarantineRow[] rows, long from, long to, bool corrected = false, long offset = 60, ClockFault fault = ClockFault.Zone) =>
        [.. QuarantinePlan.Of(rows, _ => corrected, new SeenFault(fault, from * Minute, MinuteEnd(to), offset * Minute, "seen"))
            .Select(change => (change.Row?.QuarantineId ?? "new", change.Range.From / Minute, ((change.Range.To + 1) / Minute) - 1))];
}
