using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Tests.Protocols.Clocks;

public sealed class ReplayPointTests
{
    private readonly MemoryStub _memory = new();

    [Fact]
    public void live_reads_move_the_point_when_they_are_stored()
    {
        var point = new ReplayPoint(_memory);
        Assert.Null(point.From);
        point.Begin(5);
        point.Live(10);
        Assert.Equal(5, point.From);
        point.Stored();
        Assert.Equal(10, new ReplayPoint(_memory).From);
    }

    [Fact]
    public void a_clock_that_is_set_back_takes_the_point_along()
    {
        var point = new ReplayPoint(_memory);
        Assert.False(point.IsReplaying);
        point.Live(100);
        point.Stored();
        point.Live(40);
        point.Stored();
        Assert.Equal(40, point.From);
    }

    [Fact]
    public void until_the_replay_of_a_new_connection_is_complete_live_reads_leave_the_point_where_it_is()
    {
        _memory.Remember(ReplayPoint.Key, "10");
        var point = new ReplayPoint(_memory);
        Assert.True(point.IsReplaying);
        point.Live(100);
        point.Stored();
        Assert.Equal(10, point.From);
        point.Replayed(20);
        point.Replayed(19);
        point.Stored();
        Assert.Equal(20, point.From);
        point.EndReplay();
        point.Stored();
        Assert.Equal(100, point.From);
    }

    [Fact]
    public void a_memory_that_makes_no_sense_is_none()
    {
        _memory.Remember(ReplayPoint.Key, "-7 o'clock");
        Assert.Null(new ReplayPoint(_memory).From);
    }
}
