using Microsoft.Extensions.Time.Testing;
using RaceSystem.Testing;
using RaceSystem.Timing.EdgeAgent.Spool;
using RaceSystem.Timing.EdgeAgent.Spool.Disk;

namespace RaceSystem.Timing.Tests.EdgeAgent.Spool;

public sealed class ReadSpoolTests : IDisposable
{
    private readonly TempFolder _folder = new("spool");
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow().AddDays(30));

    [Fact]
    public void Records_of_several_devices_come_back_in_order_over_many_segments_and_restarts()
    {
        for (var life = 0; life < 4; life++)
        {
            using var disk = new FolderDisk(_folder.FullPath);
            using var spool = ReadSpool.Open(disk, Spooled.Settings, _time);
            for (var i = 0; i < 50; i++)
            {
                spool.Append([("d-1", Spooled.Batch($"A{life}X{i}")), ("d-2", Spooled.Batch($"B{life}X{i}", "Z"))]);
                spool.Maintain();
            }
        }

        using var again = new FolderDisk(_folder.FullPath);
        using var reopened = ReadSpool.Open(again, Spooled.Settings, _time);
        Assert.True(reopened.SegmentCount > 4);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"A{i / 50}X{i % 50}"), reopened.ChipsOf("d-1"));
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), reopened.RecordsOf("d-2").Select(record => record.Number));
        Assert.Equal(400, reopened.With("d-2", lanes => lanes.Reads));
        Assert.Equal("B3X49", Spooled.ChipsOf(reopened.OpenCursor("d-2", 199).Peek()!.Value.Parse()).First());
    }

    [Fact]
    public void Segments_go_when_Timing_has_them_and_they_are_old_or_too_many_and_never_before()
    {
        using var disk = new FolderDisk(_folder.FullPath);
        using var spool = ReadSpool.Open(disk, Spooled.Settings, _time);
        Fill(spool);
        var all = spool.SegmentCount;
        spool.Maintain();
        Assert.Equal(all, spool.SegmentCount);

        var half = spool.With("d", lanes => lanes.Live.Reach(100, 100, 100));
        spool.Change("d", lanes => Done(() => lanes.Reached(half)));
        spool.Maintain();
        Assert.InRange(spool.SegmentCount, 2, all - 2);
        Assert.True(spool.OldestKept("d") <= 100);
        Assert.Equal("C101", Spooled.ChipsOf(spool.OpenCursor("d", 100).Peek()!.Value.Parse()).Single());

        var sent = spool.With("d", lanes => lanes.Live.Reach(200, 200, 200));
        spool.Change("d", lanes => Done(() => lanes.Reached(sent)));
        spool.Maintain();
        Assert.Equal(1, spool.SegmentCount);
    }

    [Fact]
    public void Sent_segments_are_kept_for_a_while()
    {
        using var disk = new FolderDisk(_folder.FullPath);
        using var spool = ReadSpool.Open(disk, Spooled.Settings with { KeepFor = TimeSpan.FromDays(365) }, _time);
        Fill(spool);
        var sent = spool.With("d", lanes => lanes.Live.Reach(200, 200, 200));
        spool.Change("d", lanes => Done(() => lanes.Reached(sent)));
        var before = spool.SegmentCount;
        spool.Maintain();
        Assert.Equal(before, spool.SegmentCount);
    }

    [Fact]
    public void Room_for_the_next_segment_is_taken_ahead_and_given_back_when_a_segment_is_full()
    {
        using var disk = new FolderDisk(_folder.FullPath);
        using var spool = ReadSpool.Open(disk, Spooled.Settings with { SegmentBytes = 1 << 20 }, _time);
        Assert.False(spool.HasSpare);
        spool.Maintain();
        Assert.True(spool.HasSpare);
        spool.Append([("d", Spooled.Batch("A"))]);
        Assert.False(spool.HasSpare);
    }

    [Fact]
    public void The_spool_of_another_meet_is_refused_and_a_folder_serves_one_agent()
    {
        using (var disk = new FolderDisk(_folder.FullPath))
        using (var spool = ReadSpool.Open(disk, Spooled.Settings, _time))
        {
            spool.Append([("d", Spooled.Batch("A"))]);
            Assert.Throws<IOException>(() => new FolderDisk(_folder.FullPath));
        }

        using var again = new FolderDisk(_folder.FullPath);
        Assert.Contains("'m'", Assert.Throws<InvalidDataException>(() => ReadSpool.Open(again, Spooled.Settings with { MeetId = "other" }, _time)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static void Fill(ReadSpool spool)
    {
        for (var i = 1; i <= 200; i++)
        {
            spool.Append([("d", Spooled.Batch($"C{i}"))]);
        }
    }

    private static bool Done(Action action)
    {
        action();
        return true;
    }
}
