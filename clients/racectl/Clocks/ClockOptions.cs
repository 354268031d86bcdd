using System.CommandLine;
using RaceSystem.Racectl.CommandLine;

namespace RaceSystem.Racectl.Clocks;

/// <summary>Options that the commands about clocks share.</summary>
internal static class ClockOptions
{
    public static Option<string> Device() => new("--device") { Description = "Whose clock.", HelpName = "ID", Required = true };

    public static Option<TimeSpan?> Offset(string description) =>
        new("--offset") { Description = description, HelpName = "OFFSET", CustomParser = Offsets.ParseOption };
}
