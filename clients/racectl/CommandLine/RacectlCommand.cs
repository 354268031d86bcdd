using System.CommandLine;
using RaceSystem.Racectl.Adjudications;
using RaceSystem.Racectl.AgeGrading;
using RaceSystem.Racectl.Anomalies;
using RaceSystem.Racectl.Awards;
using RaceSystem.Racectl.Classifications;
using RaceSystem.Racectl.Clocks;
using RaceSystem.Racectl.Decoders;
using RaceSystem.Racectl.Entries;
using RaceSystem.Racectl.Explain;
using RaceSystem.Racectl.ExplainResult;
using RaceSystem.Racectl.ExportResults;
using RaceSystem.Racectl.Guns;
using RaceSystem.Racectl.Live;
using RaceSystem.Racectl.Manual;
using RaceSystem.Racectl.Meets;
using RaceSystem.Racectl.Plausibility;
using RaceSystem.Racectl.Quarantines;
using RaceSystem.Racectl.Reads;
using RaceSystem.Racectl.Replay;
using RaceSystem.Racectl.Simulate;
using RaceSystem.Racectl.Standings;
using RaceSystem.Racectl.Sweeps;
using RaceSystem.Racectl.WhatIf;

namespace RaceSystem.Racectl.CommandLine;

/// <summary>The command line as a whole.</summary>
internal static class RacectlCommand
{
    private const string Description = """
        Operates a RaceSystem from the command line.

        Exit codes: 0 done; 1 refused or failed (the reason is on the error stream); 2 wrong command line; 130 interrupted.
        """;

    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, Func<string, string?> environment, CancellationToken cancellationToken)
    {
        var parse = Root(environment).Parse(arguments);
        if (parse.Errors.Count > 0)
        {
            foreach (var problem in parse.Errors)
            {
                await error.WriteLineAsync(problem.Message).ConfigureAwait(false);
            }

            await error.WriteLineAsync($"See racectl {PathOf(parse)}--help.").ConfigureAwait(false);
            return ExitCode.Usage;
        }

        return await parse.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = TimeSpan.FromSeconds(5) }, cancellationToken).ConfigureAwait(false);
    }

    public static RootCommand Root(Func<string, string?> environment)
    {
        var options = new GlobalOptions(environment);
        var root = new RootCommand(Description)
        {
            new Command("meet", "Meets, their races and timing points.") { ApplyMeetCommand.Create(options) },
            new Command("entries", "Entries of a meet.") { ImportEntriesCommand.Create(options), EraseEntryCommand.Create(options) },
            new Command("reads", "Reads of chips.") { ImportReadsCommand.Create(options) },
            new Command("results", "Results of a meet.") { ExportResultsCommand.Create(options), CertificateCommand.Create(options), BulletinCommand.Create(options), ExplainResultCommand.Create(options), ListAnomaliesCommand.Create(options), WhatIfCommand.Create(options), SweepCommand.Create(options), ListCutsCommand.Create(options), ListMatsCommand.Create(options) },
            new Command("timing", "What happens at the timing points.") { ExplainCommand.Create(options), ManualCommand.Create(options), SimulateCommand.Create(options), GunCommand.Create(options), DecoderCommand.Create(options), ClockCommand.Create(options), QuarantineCommand.Create(options) },
            StandingsCommand.Create(options),
            AdjudicateCommand.Create(options),
            ReplayCommand.Create(options),
            AgeGradeCommand.Create(options),
        };
        ClassificationCommands.AddTo(root.Subcommands.First(command => command.Name == "results"), options);
        FinishCommands.AddTo(root.Subcommands.First(command => command.Name == "results"), options);
        LiveCommands.AddTo(root.Subcommands.First(command => command.Name == "results"), options);
        options.AddTo(root);
        return root;
    }

    private static string PathOf(ParseResult parse)
    {
        var path = "";
        for (var result = parse.CommandResult; result.Parent is System.CommandLine.Parsing.CommandResult parent; result = parent)
        {
            path = $"{result.Command.Name} {path}";
        }

        return path;
    }
}
