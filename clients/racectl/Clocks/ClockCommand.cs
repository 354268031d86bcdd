using System.CommandLine;
using RaceSystem.Racectl.CommandLine;

namespace RaceSystem.Racectl.Clocks;

/// <summary><c>racectl timing clock</c>.</summary>
internal static class ClockCommand
{
    public static Command Create(GlobalOptions options) => new("clock", "Clocks of devices and their corrections.")
    {
        EstimateClockCommand.Create(options),
        CorrectClockCommand.Create(options),
        RevokeClockCommand.Create(options),
        ListClocksCommand.Create(options),
    };
}
