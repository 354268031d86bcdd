using System.CommandLine;
using RaceSystem.Racectl.CommandLine;

namespace RaceSystem.Racectl.Live;

/// <summary>What <c>racectl results</c> tells while a race is on.</summary>
internal static class LiveCommands
{
    public static void AddTo(Command results, GlobalOptions options)
    {
        results.Add(LiveCommand.Create(options));
        results.Add(PredictCommand.Create(options));
    }
}
