using RaceSystem.Testing;
using RaceSystem.Timing.Core.Markers;

namespace RaceSystem.Timing.Tests.Core.Markers;

public sealed class MarkerSetTests
{
    [Fact]
    public void The_latest_are_kept_once_each_in_whatever_order_they_came()
    {
        var random = Seed.NextRandom();
        var all = Enumerable.Range(0, MarkerSet.Limit + 700).Select(i => new DeviceMarker(i * 10L, $"d{i % 3}", i % 2 == 0, "gun", "p")).ToArray();
        var sent = all.Concat(all.Where(_ => random.Next(3) == 0)).ToArray();
        random.Shuffle(sent);
        var set = new MarkerSet();
        foreach (var marker in sent)
        {
            set.Add(marker);
        }

        Assert.Equal(all.TakeLast(MarkerSet.Limit).Reverse(), set.LatestFirst());
        Assert.False(set.Add(all[0]));
        Assert.False(set.Add(all[^1]));
    }

    [Fact]
    public void Markers_of_a_moment_are_found_by_device_guns_first()
    {
        var set = new MarkerSet();
        set.Add(new(5, "d", false, "button", "p"));
        set.Add(new(5, "d", true, "gun", "p"));
        set.Add(new(5, "d1", true, "gun", "p"));
        set.Add(new(6, "d", true, "gun", "p"));
        Assert.Equal(["gun", "button"], set.At("d", 5).Select(marker => marker.Name));
        Assert.Empty(set.At("c", 5));
    }
}
