using System.CommandLine;
using System.Globalization;
using RaceSystem.Kernel;
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
        var file = new Argument<string>("FILE") { Description = "Race file in CSV, plain or gzipped." };
        var meet = new Option<string?>("--meet") { Description = "The meet to fill; named after the file otherwise.", HelpName = "NAME" };
        var basis = new Option<string>("--basis") { Description = "What official times count from: gun, net (start line), or net-else-gun.", DefaultValueFactory = _ => "net" }.AcceptOnlyFromAmongOf("gun", "net", "net-else-gun");
        var splits = new Option<string?>("--splits") { Description = "What the file's split times count from: net or gun. Default: gun with --basis gun, otherwise net." };
        splits.AcceptOnlyFromAmong("net", "gun");
        var speed = new Option<double>("--speed") { Description = "max, or how much faster than the race, such as 60x. Default: max.", HelpName = "max|60x", CustomParser = ParseSpeed };
        var perCrossing = new Option<int>("--reads-per-crossing") { Description = "Reads each crossing gives, 1 to 50.", HelpName = "N", DefaultValueFactory = _ => 5 }.InRange(1, 50);
        var duplicate = new Option<double>("--duplicate") { Description = "Share of the reads that is sent twice, 0 to 1.", HelpName = "SHARE", DefaultValueFactory = _ => 0 }.InRange(0, 1);
        var shuffle = new Option<TimeSpan>("--shuffle") { Description = "Each read is late by a random time up to this, such as 30s. Default: 0.", HelpName = "DURATION", CustomParser = Durations.ParseOption };
        var seed = new Option<int>("--seed") { Description = "Decides which reads are repeated and how late each is; the results are the same for any.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var output = new Option<string?>("--out", "-o") { Description = "CSV file for the results.", HelpName = "FILE" };
        var command = new Command("replay", Description) { file, meet, basis, splits, speed, perCrossing, duplicate, shuffle, seed, output };
        meet.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !Identifier.IsValid(result.Tokens[0].Value))
            {
                result.AddError($"--meet: '{result.Tokens[0].Value}' is not an id: use 1 to {Identifier.MaxLength} lower-case letters, digits, '-' or '_'.");
            }
        });
        return command.Does(options, (context, parse) =>
        {
            var path = parse.GetRequiredValue(file);
            var official = BasisOf(parse.GetRequiredValue(basis));
            var noise = new ReadNoise(parse.GetValue(perCrossing), parse.GetValue(duplicate), parse.GetValue(shuffle), parse.GetValue(seed));
            var asked = new ReplayOptions(path, parse.GetValue(meet) ?? MeetIdOfFile.Of(path), official, SplitsOf(parse.GetValue(splits), official), parse.GetValue(speed) is > 0 and var factor ? factor : null, noise, parse.GetValue(output));
            return new ReplayRun(context, asked).RunAsync();
        });
    }

    private static ReplayBasis BasisOf(string text) => text switch
    {
        "gun" => ReplayBasis.Gun,
        "net-else-gun" => ReplayBasis.NetElseGun,
        _ => ReplayBasis.Net,
    };

    private static SplitBasis SplitsOf(string? text, ReplayBasis basis) => text switch
    {
        "net" => SplitBasis.Net,
        "gun" => SplitBasis.Gun,
        _ => basis == ReplayBasis.Gun ? SplitBasis.Gun : SplitBasis.Net,
    };

    /// <summary>The factor; 0 for max. Not null: System.CommandLine cannot cast a parser's null to the option's type.</summary>
    private static double ParseSpeed(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text == "max")
        {
            return 0;
        }

        if (double.TryParse(text.TrimEnd('x'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed) && speed is > 0 and <= 100_000)
        {
            return speed;
        }

        result.AddError($"--speed: '{text}' is neither max nor a factor such as 60x.");
        return 0;
    }
}
