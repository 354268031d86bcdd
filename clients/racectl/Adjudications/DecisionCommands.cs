using System.CommandLine;
using RaceSystem.Racectl.Clocks;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;
using Duration = Google.Protobuf.WellKnownTypes.Duration;

namespace RaceSystem.Racectl.Adjudications;

/// <summary>One command for each kind of decision.</summary>
internal static class DecisionCommands
{
    public static IEnumerable<Command> Create(GlobalOptions options) =>
    [
        Disqualify(options),
        Plain(options, "not-classify", "Leaves a runner without a place; the time stays.", adjudication => adjudication.NotClassification = new NotClassification()),
        Plain(options, "reinstate", "Takes a declared status and every earlier disqualification of a runner away.", adjudication => adjudication.Reinstatement = new Reinstatement()),
        Penalty(options),
        Adjust(options),
        Crossing(options),
        Start(options),
        Order(options),
        Chip(options),
        Swap(options),
        Move(options),
        Dismiss(options),
    ];

    private static Command Disqualify(GlobalOptions options)
    {
        var rule = Rule(required: true);
        var command = new Command("disqualify", "Disqualifies a runner: no place, no time, and the rule is published.") { rule };
        return DecisionCommand.OnRunner(command, options, (parse, adjudication) => adjudication.Disqualification = new Disqualification { RuleNumber = parse.GetRequiredValue(rule) });
    }

    private static Command Plain(GlobalOptions options, string name, string description, Action<Adjudication> decide) =>
        DecisionCommand.OnRunner(new Command(name, description), options, (_, adjudication) => decide(adjudication));

    private static Command Penalty(GlobalOptions options)
    {
        var (time, rule) = (Time("What to add to the finish, for example 30s.", required: true), Rule(required: false));
        var command = new Command("penalty", "Adds a penalty to a runner's finish; several add up.") { time, rule };
        return DecisionCommand.OnRunner(command, options, (parse, adjudication) => adjudication.Penalty = new Penalty { Time = DurationOf(parse, time), RuleNumber = parse.GetValue(rule) ?? "" });
    }

    private static Command Adjust(GlobalOptions options)
    {
        var time = Time("What to add, or with a minus to give back, for example -45s.", required: true);
        var split = new Option<string>("--from") { Description = "Counts at this split and after it; otherwise at the finish only.", HelpName = "SPLIT", DefaultValueFactory = _ => "" };
        var command = new Command("adjust", "Adds time to a runner's result or gives some back; several adjustments add up.") { time, split };
        return DecisionCommand.OnRunner(command, options, (parse, adjudication) =>
            adjudication.TimeAdjustment = new TimeAdjustment { Time = DurationOf(parse, time), FromSplitId = parse.GetRequiredValue(split) });
    }

    private static Command Crossing(GlobalOptions options)
    {
        var split = new Option<string>("--split") { Description = "Which crossing.", HelpName = "ID", Required = true };
        var at = CommonOptions.Moment("--at", "When the runner crossed.");
        var never = new Option<bool>("--none") { Description = "The runner was not measured there." };
        var command = new Command("crossing", "Sets a runner's crossing of a split, or takes it away, whatever was read.") { split, at, never };
        RequireOne(command, "Give either --at or --none.", at, never);
        return DecisionCommand.OnRunner(command, options, (parse, adjudication) =>
            adjudication.CrossingOverride = new CrossingOverride { SplitId = parse.GetRequiredValue(split), PassingTime = Moments.TimestampOf(parse.GetValue(at)) });
    }

    private static Command Start(GlobalOptions options)
    {
        var wave = new Option<string?>("--wave") { Description = "By the gun of this wave.", HelpName = "ID" };
        var offset = ClockOptions.Offset("So long after the gun of the runner's wave, for example 10m; with a minus for an early starter.");
        var at = CommonOptions.Moment("--at", "From this moment.");
        var command = new Command("start", "Decides what a runner's time counts from: late and early starters, and who started with another wave.") { wave, offset, at };
        RequireOne(command, "Give one of --wave, --offset and --at.", wave, offset, at);
        return DecisionCommand.OnRunner(command, options, (parse, adjudication) =>
        {
            adjudication.StartDecision = new StartDecision();
            if (parse.GetValue(wave) is { } waveId)
            {
                adjudication.StartDecision.WaveId = waveId;
            }
            else if (parse.GetValue(offset) is { } late)
            {
                adjudication.StartDecision.Offset = Duration.FromTimeSpan(late);
            }
            else
            {
                adjudication.StartDecision.Time = Moments.TimestampOf(parse.GetValue(at));
            }
        });
    }

    private static Command Order(GlobalOptions options)
    {
        var bibs = new Option<string>("--bibs") { Description = "In the order in which they finished: 12,7,31.", HelpName = "BIBS", DefaultValueFactory = _ => "" };
        var file = new Option<string?>("--file") { Description = "The same from a file, one bib a line: a recorder's list.", HelpName = "FILE" };
        var command = new Command("order", "Orders runners whose times are shown equal, as judges or a photo finish saw them.") { bibs, file };
        RequireOne(command, "Give either --bibs or --file.", bibs, file);
        return DecisionCommand.OnRace(command, options, (parse, adjudication) =>
        {
            adjudication.FinishOrder = new FinishOrder();
            adjudication.FinishOrder.Bibs.AddRange(parse.GetValue(file) is { } path ? BibFile.Read(path) : BibFile.Split(parse.GetRequiredValue(bibs)));
        });
    }

    private static Command Chip(GlobalOptions options)
    {
        var chip = new Option<string>("--chip") { Description = "The chip.", HelpName = "CODE", Required = true };
        var not = new Option<bool>("--not") { Description = "The runner does not count with it any more." };
        var command = new Command("chip", "Decides that a chip's passings are a runner's and nobody else's, or with --not that they are not.") { chip, not };
        return DecisionCommand.OnRunner(command, options, (parse, adjudication) =>
            adjudication.ChipDecision = new ChipDecision { Chip = parse.GetRequiredValue(chip).ToUpperInvariant(), Counts = !parse.GetValue(not) });
    }

    private static Command Swap(GlobalOptions options)
    {
        var other = new Option<string>("--with") { Description = "The other runner.", HelpName = "BIB", Required = true };
        var command = new Command("swap", "Two runners wore each other's bibs: each gets what was measured of the other.") { other };
        return DecisionCommand.OnRunner(command, options, (parse, adjudication) => adjudication.BibSwap = new BibSwap { OtherBib = parse.GetRequiredValue(other) });
    }

    private static Command Move(GlobalOptions options)
    {
        var to = new Option<string>("--to") { Description = "Race the runner ran.", HelpName = "RACE", Required = true };
        var wave = new Option<string>("--wave") { Description = "Wave there; otherwise its first.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var command = new Command("move", "Ranks a runner in another race of the meet.") { to, wave };
        return DecisionCommand.OnRunner(command, options, (parse, adjudication) =>
            adjudication.RaceMove = new RaceMove { ToRaceId = parse.GetRequiredValue(to), ToWaveId = parse.GetRequiredValue(wave) });
    }

    private static Command Dismiss(GlobalOptions options)
    {
        var anomaly = new Option<string>("--anomaly") { Description = "Its id.", HelpName = "ID", Required = true };
        var command = new Command("dismiss", "Notes that somebody looked at an anomaly and found nothing to decide.") { anomaly };
        return DecisionCommand.OnRace(command, options, (parse, adjudication) => adjudication.AnomalyDismissal = new AnomalyDismissal { AnomalyId = parse.GetRequiredValue(anomaly) });
    }

    private static Option<string> Rule(bool required) =>
        new("--rule") { Description = "Number in the rule book, for example \"TR 6.3\".", HelpName = "RULE", Required = required };

    private static Option<TimeSpan?> Time(string description, bool required) =>
        new("--time") { Description = description, HelpName = "TIME", Required = required, CustomParser = Offsets.ParseOption };

    private static Duration DurationOf(ParseResult parse, Option<TimeSpan?> time) => Duration.FromTimeSpan(parse.GetValue(time) ?? TimeSpan.Zero);

    private static void RequireOne(Command command, string message, params Option[] choices) => command.Validators.Add(result =>
    {
        if (choices.Count(choice => result.GetResult(choice) is { Implicit: false }) != 1)
        {
            result.AddError(message);
        }
    });
}
