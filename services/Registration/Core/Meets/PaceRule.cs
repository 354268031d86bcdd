using RaceSystem.Kernel;

namespace RaceSystem.Registration.Core.Meets;

/// <summary>Checks pace limits and fills in the one that is left out.</summary>
internal static class PaceRule
{
    private static readonly Elapsed LeastFastest = Elapsed.FromSeconds(20);
    private static readonly Elapsed MostFastest = Elapsed.FromSeconds(3_600);
    private static readonly Elapsed MostSlowest = Elapsed.FromSeconds(86_400);

    public static PaceLimits? Read(PaceLimits? pace, string field, Violations violations)
    {
        if (pace is null)
        {
            return null;
        }

        var fastest = pace.FastestPerKm ?? PaceLimits.Usual.FastestPerKm!.Value;
        var slowest = pace.SlowestPerKm ?? PaceLimits.Usual.SlowestPerKm!.Value;
        if (fastest < LeastFastest || fastest > MostFastest)
        {
            violations.Add($"{field}.fastest_per_km", Reasons.PaceInvalid, $"is {fastest} s; the shortest time for a kilometre is 20 s to 1 h.");
        }

        if (slowest <= fastest || slowest > MostSlowest)
        {
            violations.Add($"{field}.slowest_per_km", Reasons.PaceInvalid, $"is {slowest} s; the longest time for a kilometre is longer than the shortest ({fastest} s) and at most 1 day.");
        }

        return new(fastest, slowest);
    }
}
