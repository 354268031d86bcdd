using RaceSystem.Timing.Core.Progress;

namespace RaceSystem.Timing.Tests.Service.Operations;

/// <summary>
/// A race morning: a half marathon and a 10 km that share mats, waves, a loop that starts and ends at one mat, two devices at
/// most points and one at others, runners who fade, give up and wait beside the start mat, and some chips of another meet.
/// </summary>
internal sealed class SimulatedField
{
    /// <summary>Between the guns of two waves.</summary>
    internal const int WaveSeconds = 240;

    private static readonly (string Id, string Point, double Misses)[] AllDevices =
    [
        ("stadium-main", "stadium", 0.02), ("stadium-backup", "stadium", 0.08), ("5k-main", "5k", 0.02), ("5k-backup", "5k", 0.08),
        ("10k-only", "10k", 0.02), ("15k-only", "15k", 0.04),
    ];

    private readonly Random _random;
    private readonly List<SimulatedDetection> _detections = [];

    internal SimulatedField(int seed, int runners)
    {
        _random = new Random(seed);
        for (var runner = 0; runner < runners; runner++)
        {
            Run(runner, course: runner % 3 == 0 ? 1 : 0);
        }

        for (var stranger = 0; stranger < runners / 200; stranger++)
        {
            Cross($"STRANGER{stranger}", "5k", _random.NextDouble() * 5_400);
        }

        _detections.Sort(static (left, right) => left.RaceMicros.CompareTo(right.RaceMicros));
        Runners = [.. Enumerable.Range(0, runners).Select(runner => (runner % 3 == 0 ? "10k" : "half", $"w{runner % 4}", ChipOf(runner)))];
    }

    internal static IReadOnlyList<ProgressCourse> Courses { get; } =
    [
        new("half", [new("start", "stadium", 0), new("5k", "5k", 5_000), new("10k", "10k", 10_000), new("15k", "15k", 15_000), new("finish", "stadium", 21_097)]),
        new("10k", [new("start", "stadium", 0), new("5k", "5k", 5_000), new("finish", "stadium", 10_000)]),
    ];

    internal static IEnumerable<(string Id, string Point)> Devices => AllDevices.Select(device => (device.Id, device.Point));

    internal IReadOnlyList<(string RaceId, string Wave, string Chip)> Runners { get; }

    internal IReadOnlyList<SimulatedDetection> Detections => _detections;

    private void Run(int runner, int course)
    {
        var chip = ChipOf(runner);
        var time = (runner % 4 * WaveSeconds) + (_random.NextDouble() * 90); // four waves, 4 min apart
        if (_random.Next(10) == 0)
        {
            Linger(chip, time);
        }

        var pace = Math.Clamp(0.345 * Math.Exp(Gauss() * 0.16), 0.19, 0.62); // seconds a metre
        var visits = Courses[course].Visits;
        Cross(chip, visits[0].PointId, time);
        for (var visit = 1; visit < visits.Count && _random.Next(100) > 0; visit++)
        {
            var fade = 1 + (visits[visit].DistanceM / 21_097.0 * 0.15 * _random.NextDouble()) + (Gauss() * 0.04);
            time += pace * fade * (visits[visit].DistanceM - visits[visit - 1].DistanceM);
            Cross(chip, visits[visit].PointId, time);
        }
    }

    /// <summary>Waits beside the mat and is read now and then.</summary>
    private void Linger(string chip, double until)
    {
        for (var time = until - 600; time < until - 20; time += 1 + (_random.NextDouble() * 8))
        {
            Add("stadium-main", "stadium", chip, time);
        }
    }

    private void Cross(string chip, string point, double seconds)
    {
        foreach (var (device, _, misses) in AllDevices.Where(device => device.Point == point))
        {
            if (_random.NextDouble() >= misses)
            {
                var reads = 4 + _random.Next(12);
                for (var read = 0; read < reads; read++)
                {
                    Add(device, point, chip, seconds + (read * 0.05) + (_random.NextDouble() * 0.04));
                }
            }
        }
    }

    private void Add(string device, string point, string chip, double seconds) =>
        _detections.Add(new SimulatedDetection((long)(seconds * 1e6), device, point, chip));

    private static string ChipOf(int runner) => $"C{runner:D5}";

    private double Gauss() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
