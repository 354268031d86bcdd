using System.CommandLine;
using RaceSystem.Racectl.CommandLine;

namespace RaceSystem.Racectl.Guns;

/// <summary><c>racectl timing gun</c>.</summary>
internal static class GunCommand
{
    public static Command Create(GlobalOptions options) => new("gun", "When the waves were started.")
    {
        RecordGunCommand.Create(options),
        ListGunsCommand.Create(options),
        ListMarkersCommand.Create(options),
    };
}
