using System.CommandLine;
using RaceSystem.Racectl.CommandLine;

namespace RaceSystem.Racectl.Quarantines;

/// <summary><c>racectl timing quarantine</c>.</summary>
internal static class QuarantineCommand
{
    public static Command Create(GlobalOptions options) => new("quarantine", "Reads whose times cannot be believed.")
    {
        ListQuarantinesCommand.Create(options),
        DecideQuarantineCommand.Create(options),
    };
}
