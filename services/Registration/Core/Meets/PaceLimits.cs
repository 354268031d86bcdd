using RaceSystem.Kernel;

namespace RaceSystem.Registration.Core.Meets;

/// <summary>Bounds of what a runner can do on a leg.</summary>
/// <param name="FastestPerKm">Shortest time for a kilometre; null: as usual.</param>
/// <param name="SlowestPerKm">Longest time for a kilometre; null: as usual.</param>
public sealed record PaceLimits(Elapsed? FastestPerKm, Elapsed? SlowestPerKm)
{
    /// <summary>Nobody, on wheels or on foot, covers a kilometre of road in less than 100 s; who takes an hour has left the course.</summary>
    public static readonly PaceLimits Usual = new(Elapsed.FromSeconds(100), Elapsed.FromSeconds(3_600));
}
