using System.CommandLine;
using RaceSystem.Racectl.CommandLine;

namespace RaceSystem.Racectl.Replay;

/// <summary><c>racectl replay</c>.</summary>
internal static class ReplayCommand
{
    private const string Description = """
        Replays a published race: makes meet, course, entries and chips from a race file, turns each published time into chip reads, uploads them as the devices of the course would, waits until Results has applied the last one, and writes the results.
        """;

    public static Command Create(GlobalOptions options)
    {
        var race = new RaceArguments();
        var duplicate = new Option<double>("--duplicate") { Description = "Share of the reads that is sent twice, 0 to 1.", HelpName = "SHARE", DefaultValueFactory = _ => 0 }.InRange(0, 1);
        var shuffle = new Option<TimeSpan>("--shuffle") { Description = "Each read is late by a random time up to this, such as 30s. Default: 0.", HelpName = "DURATION", CustomParser = Durations.ParseOption };
        var command = new Command("replay", Description) { duplicate, shuffle };
        race.AddTo(command);
        return command.Does(options, (context, parse) => new ReplayRun(context, race.Read(parse, parse.GetValue(duplicate), parse.GetValue(shuffle))).RunAsync());
    }
}
