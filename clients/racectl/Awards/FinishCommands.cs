using System.CommandLine;
using RaceSystem.Racectl.CommandLine;

namespace RaceSystem.Racectl.Awards;

/// <summary>What <c>racectl results</c> tells of a race's finish beside the results themselves.</summary>
internal static class FinishCommands
{
    public static void AddTo(Command results, GlobalOptions options)
    {
        results.Add(AwardsCommand.Create(options));
        results.Add(TeamsCommand.Create(options));
        results.Add(LegsCommand.Create(options));
        results.Add(AgeGradesCommand.Create(options));
        results.Add(NationsCommand.Create(options));
    }
}
