using System.CommandLine;
using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Manual;

/// <summary><c>racectl timing manual</c>.</summary>
internal static class ManualCommand
{
    private const string Description = """
        Records crossings that a person timed: one with --bib and --time; those of a hand timer with --file, lines of bib,time[,note]; or from the keyboard: every line is a bib that crosses now.

        Beside a chip's passing within the window a manual time does not count, with --override it counts in its place. The same times again add nothing. Exit code 1 when a line was rejected; the others are recorded.
        """;

    public static Command Create(GlobalOptions options)
    {
        var meet = Id("--meet", "The meet.");
        var point = Id("--point", "Timing point where the times were taken.");
        var bib = new Option<string?>("--bib") { Description = "The runner.", HelpName = "BIB" };
        var time = new Option<string?>("--time") { Description = "Time of day (10:15:30.2), or a full time with its offset.", HelpName = "TIME" };
        var file = new Option<string?>("--file") { Description = "CSV of a hand timer: bib,time[,note].", HelpName = "FILE" };
        var date = new Option<string?>("--date") { Description = "Day of times of day. Default: the meet's race day.", HelpName = "YYYY-MM-DD" };
        var zone = new Option<string?>("--time-zone") { Description = "Zone of times of day: an IANA name or an offset such as +09:00. Default: the meet's.", HelpName = "ZONE" };
        var priority = new Option<bool>("--override") { Description = "Count before the chip's time." };
        var window = new Option<TimeSpan?>("--window") { Description = "A chip's passing this near is the same crossing. Default: 30s. At most 1h.", HelpName = "DURATION", CustomParser = result => Durations.ParseOption(result) };
        var by = new Option<string>("--by") { Description = "Who took the times, and with what.", HelpName = "NAME", DefaultValueFactory = _ => "racectl" };
        var note = new Option<string>("--note") { Description = "Why.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var command = new Command("manual", Description) { meet, point, bib, time, file, date, zone, priority, window, by, note, ListManualCommand.Create(options), RevokeManualCommand.Create(options) };
        date.Validators.Add(result => Check(result, text => DateOf(text) is not null, "is not a date such as 2026-04-05"));
        zone.Validators.Add(result => Check(result, text => DeviceTimes.ZoneOf(text) is not null, "is neither an IANA time zone nor an offset such as +09:00"));
        command.Validators.Add(result =>
        {
            if (result.GetValue(bib) is null != result.GetValue(time) is null)
            {
                result.AddError("--bib and --time go together.");
            }

            if (result.GetValue(bib) is not null && result.GetValue(file) is not null)
            {
                result.AddError("Give one passing with --bib and --time, or several with --file.");
            }
        });
        return command.Does(options, (context, parse) => new ManualRun(context, TimeProvider.System).RunAsync(
            new ManualOptions(
                parse.GetRequiredValue(meet),
                parse.GetRequiredValue(point),
                parse.GetValue(bib) is { } runner ? (runner, parse.GetValue(time)!) : null,
                parse.GetValue(file),
                parse.GetValue(date) is { } day ? DateOf(day) : null,
                parse.GetValue(zone),
                parse.GetValue(priority) ? ManualPriority.Override : ManualPriority.Fallback,
                parse.GetValue(window),
                parse.GetRequiredValue(by),
                parse.GetRequiredValue(note)),
            Console.In));
    }

    private static Option<string> Id(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "ID", Required = true };
        option.Validators.Add(result => Check(result, Identifier.IsValid, "is not an id"));
        return option;
    }

    private static DateOnly? DateOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static void Check(System.CommandLine.Parsing.OptionResult result, Func<string, bool> isValid, string problem)
    {
        foreach (var token in result.Tokens.Where(token => !isValid(token.Value)))
        {
            result.AddError($"{result.Option.Name}: '{token.Value}' {problem}.");
        }
    }
}
