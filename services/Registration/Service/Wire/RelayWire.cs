using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Service.Wire;

/// <summary>Relay runners between the wire and the core.</summary>
internal static class RelayWire
{
    public static RelayRunner ToCore(V1.RelayRunner runner) => new(runner.DisplayName, (Sex)runner.Sex, runner.Age);

    public static V1.RelayRunner ToWire(RelayRunner runner) => new() { DisplayName = runner.DisplayName, Sex = (V1.Sex)runner.Sex, Age = runner.Age };
}
