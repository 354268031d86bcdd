using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Passings;

namespace RaceSystem.Timing.Tests.Core.Meets;

/// <summary>A small meet in which everything collides: few chips, devices and instants, so that ties are common.</summary>
internal sealed class RandomMeet
{
    internal RandomMeet(Random random)
    {
        var points = Enumerable.Range(0, random.Next(1, 4)).Select(i => $"p{i}").ToArray();
        var devices = Enumerable.Range(0, random.Next(1, 5)).Select(i => $"d{i}").ToArray();
        Rules = points.ToDictionary(point => point, _ => RuleOf(random));
        Offsets = devices.ToDictionary(device => device, _ => OffsetOf(random));
        PointOfDevice = devices.ToDictionary(device => device, _ => points[random.Next(points.Length)]);
        var chips = random.Next(1, 6);
        var withRssi = random.Next(2) == 0;
        Reads = [.. Enumerable.Range(0, random.Next(1, 200)).Select(_ =>
        {
            var device = devices[random.Next(devices.Length)];
            return new GivenRead(
                PointOfDevice[device],
                $"C{random.Next(chips)}",
                device,
                1_700_000_000_000_000 + (random.Next(60) * 250_000L),
                withRssi ? (short)random.Next(-4, 1) : (short)0,
                (ushort)random.Next(2));
        })];
    }

    internal Dictionary<string, PassingRule> Rules { get; }

    internal Dictionary<string, long> Offsets { get; }

    internal Dictionary<string, string> PointOfDevice { get; }

    internal GivenRead[] Reads { get; }

    internal static PassingRule RuleOf(Random random) => new((TimeRule)random.Next(3), new Elapsed(random.Next(1, 12) * 250_000L));

    internal static long OffsetOf(Random random) => random.Next(2) == 0 ? 0 : random.Next(-8, 9) * 250_000L;
}
