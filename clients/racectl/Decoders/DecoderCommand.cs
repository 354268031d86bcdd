using System.CommandLine;
using RaceSystem.Racectl.CommandLine;

namespace RaceSystem.Racectl.Decoders;

/// <summary><c>racectl timing decoder</c>.</summary>
internal static class DecoderCommand
{
    public static Command Create(GlobalOptions options) => new("decoder", "Decoders that Timing listens for or dials itself.")
    {
        ApplyDecodersCommand.Create(options),
        RemoveDecodersCommand.Create(options),
        ListDecodersCommand.Create(options),
        ListDeadLettersCommand.Create(options),
    };
}
