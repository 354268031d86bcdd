using RaceSystem.Timing.Core.Meets;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Tests.Core.Meets;

/// <summary>The core together with a log: the last passings appended for each key, as a follower would have them.</summary>
internal sealed class LoggedMeet
{
    internal MeetReads Reads { get; } = new();

    internal SortedDictionary<string, Passing[]> Log { get; } = new(StringComparer.Ordinal);

    /// <summary>Records appended so far.</summary>
    internal int Appended { get; private set; }

    internal void Apply(RandomMeet meet)
    {
        foreach (var (point, rule) in meet.Rules)
        {
            Reads.ApplyPoint(point, rule);
        }

        foreach (var (device, given) in meet.Devices)
        {
            Reads.ApplyDevice(device, given.Role, given.Clock);
        }
    }

    internal bool Add(GivenRead read)
    {
        Assert.True(Reads.TryFindDevice(read.Device, out var device));
        Assert.True(Reads.TryFindPoint(read.Point, out var point));
        return Reads.Add(point, Reads.Chips.Intern(read.Chip), new Read(read.TimeMicros, (ushort)device, read.Rssi, read.Antenna));
    }

    internal void Settle() => Reads.Settle((point, chip, passings) =>
    {
        Log[$"{Reads.PointIdOf(point)}/{Reads.Chips.CodeOf(chip)}"] = passings.ToArray();
        Appended++;
    });

    internal void AssertLog(SortedDictionary<string, Passing[]> expected)
    {
        Assert.Equal(expected.Keys, Log.Keys);
        foreach (var (key, passings) in expected)
        {
            Assert.Equal(passings, Log[key]);
        }
    }
}
