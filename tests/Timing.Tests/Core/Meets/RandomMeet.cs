using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Passings;

namespace RaceSystem.Timing.Tests.Core.Meets;

/// <summary>A small meet in which everything collides: few chips, devices and instants, so that ties are common.</summary>
internal sealed class RandomMeet
{
    private const long Epoch = 1_700_000_000_000_000;

    internal RandomMeet(Random random)
    {
        var points = Enumerable.Range(0, random.Next(1, 4)).Select(i => $"p{i}").ToArray();
        var devices = Enumerable.Range(0, random.Next(1, 5)).Select(i => $"d{i}").ToArray();
        Rules = points.ToDictionary(point => point, _ => RuleOf(random));
        Devices = devices.ToDictionary(device => device, _ => DeviceOf(random));
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
                Epoch + (random.Next(60) * 250_000L),
                withRssi ? (short)random.Next(-4, 1) : (short)0,
                (ushort)random.Next(2));
        })];
    }

    internal Dictionary<string, PassingRule> Rules { get; }

    internal Dictionary<string, GivenDevice> Devices { get; }

    internal Dictionary<string, string> PointOfDevice { get; }

    internal GivenRead[] Reads { get; }

    internal static PassingRule RuleOf(Random random) => new(
        (TimeRule)random.Next(4),
        new Elapsed(random.Next(1, 12) * 250_000L),
        random.Next(2) == 0 ? default : new AntennaOffset(random.Next(-3_000, 3_001), 0).Shift(),
        random.Next(2) == 0 ? long.MinValue : TimeOf(random));

    internal static GivenDevice DeviceOf(Random random) => new(
        random.Next(2) == 0 ? 0 : random.Next(-8, 9) * 250_000L,
        random.Next(3) == 0,
        [.. Enumerable.Range(0, random.Next(3) == 0 ? random.Next(1, 4) : 0).Select(i => new ClockCorrection(
            $"c{i}",
            TimeOf(random),
            random.Next(3) == 0 ? long.MaxValue : TimeOf(random),
            random.Next(-8, 9) * 250_000L,
            TimeOf(random),
            random.Next(2) == 0 ? 0 : random.Next(-2_000_000, 2_000_001)))],
        [.. Enumerable.Range(0, random.Next(4) == 0 ? random.Next(1, 3) : 0).Select(i => new HeldRange($"q{i}", TimeOf(random), TimeOf(random)))]);

    private static long TimeOf(Random random) => Epoch + (random.Next(60) * 250_000L);
}
