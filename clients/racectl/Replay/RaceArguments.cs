using System.CommandLine;
using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Racectl.CommandLine;

namespace RaceSystem.Racectl.Replay;

/// <summary>What every command takes that plays a race file.</summary>
internal sealed class RaceArguments
{
    private readonly Argument<string> _file = new("FILE") { Description = "Race file in CSV, plain or gzipped." };
    private readonly Option<string?> _meet = new("--meet") { Description = "The meet to fill; named after the file otherwise.", HelpName = "NAME" };
    private readonly Option<string> _basis = new Option<string>("--basis") { Description = "What official times count from: gun, net (start line), or net-else-gun.", DefaultValueFactory = _ => "net" }.AcceptOnlyFromAmongOf("gun", "net", "net-else-gun");
    private readonly Option<string?> _splits = new("--splits") { Description = "What the file's split times count from: net or gun. Default: gun with --basis gun, otherwise net." };
    private readonly Option<double> _speed = new("--speed") { Description = "max, or how much faster than the race, such as 60x. Default: max.", HelpName = "max|60x", CustomParser = ParseSpeed };
    private readonly Option<int> _perCrossing = new Option<int>("--reads-per-crossing") { Description = "Reads each crossing gives, 1 to 50.", HelpName = "N", DefaultValueFactory = _ => 5 }.InRange(1, 50);
    private readonly Option<int> _seed = new("--seed") { Description = "Decides every random thing; the results are the same for any.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _output = new("--out", "-o") { Description = "CSV file for the results.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        _splits.AcceptOnlyFromAmong("net", "gun");
        _meet.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !Identifier.IsValid(result.Tokens[0].Value))
            {
                result.AddError($"--meet: '{result.Tokens[0].Value}' is not an id: use 1 to {Identifier.MaxLength} lower-case letters, digits, '-' or '_'.");
            }
        });
        command.Add(_file);
        foreach (var option in (Option[])[_meet, _basis, _splits, _speed, _perCrossing, _seed, _output])
        {
            command.Add(option);
        }
    }

    /// <summary>What the person asked.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="duplicateShare">Share of the reads that is sent twice.</param>
    /// <param name="shuffle">How late a read may be.</param>
    public ReplayOptions Read(ParseResult parse, double duplicateShare = 0, TimeSpan shuffle = default)
    {
        var path = parse.GetRequiredValue(_file);
        var official = BasisOf(parse.GetRequiredValue(_basis));
        var noise = new ReadNoise(parse.GetValue(_perCrossing), duplicateShare, shuffle, parse.GetValue(_seed));
        return new ReplayOptions(path, parse.GetValue(_meet) ?? MeetIdOfFile.Of(path), official, SplitsOf(parse.GetValue(_splits), official), parse.GetValue(_speed) is > 0 and var factor ? factor : null, noise, parse.GetValue(_output));
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
