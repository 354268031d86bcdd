using System.CommandLine;
using RaceSystem.Racectl.CommandLine;

namespace RaceSystem.Racectl.Classifications;

/// <summary>The commands of <c>racectl results</c> that publish and verify.</summary>
internal static class ClassificationCommands
{
    public static void AddTo(Command results, GlobalOptions options)
    {
        results.Add(CheckCommand.Create(options));
        results.Add(PublishCommand.Create(options));
        results.Add(ListCommand.Create(options));
        results.Add(DiffCommand.Create(options));
        results.Add(DownloadCommand.Create(options));
        results.Add(VerifyCommand.Create(options));
        results.Add(ReproduceCommand.Create(options));
        results.Add(ProofCommand.Create(options));
        results.Add(KeyCommand.Create(options));
    }
}
