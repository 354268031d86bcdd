using System.CommandLine;
using RaceSystem.Racectl.CommandLine;

namespace RaceSystem.Racectl.Adjudications;

/// <summary><c>racectl adjudicate</c>.</summary>
internal static class AdjudicateCommand
{
    private const string Description = """
        Records decisions of race control and the referee, takes them back, and handles appeals against them.

        Each command that changes something says whose result changes and how; with --preview it only says so.
        """;

    public static Command Create(GlobalOptions options)
    {
        var command = new Command("adjudicate", Description)
        {
            RevokeCommand.Create(options),
            ListAdjudicationsCommand.Create(options),
            LodgeAppealCommand.Create(options),
            DecideAppealCommand.Create(options),
        };
        foreach (var decision in DecisionCommands.Create(options))
        {
            command.Add(decision);
        }

        return command;
    }
}
