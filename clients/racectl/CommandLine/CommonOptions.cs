using System.CommandLine;

namespace RaceSystem.Racectl.CommandLine;

/// <summary>Options that mean the same wherever they are taken.</summary>
internal static class CommonOptions
{
    public static Option<string> Meet() => new("--meet") { Description = "The meet.", HelpName = "ID", Required = true };

    public static Option<string> Race() => new("--race") { Description = "The race.", HelpName = "ID", Required = true };

    public static Option<string> OnlyPoint() => new("--point") { Description = "Only at this timing point.", HelpName = "ID", DefaultValueFactory = _ => "" };

    public static Option<string> OnlyDevice() => new("--device") { Description = "Only this device.", HelpName = "ID", DefaultValueFactory = _ => "" };

    /// <summary>Rows of a list, read page by page from one snapshot.</summary>
    public static Option<int> Top() => new Option<int>("--top") { Description = "Rows from the top, 1 to 100000.", DefaultValueFactory = _ => 100 }.InRange(1, 100_000);

    public static Option<string> By() => new("--by") { Description = "Who does it, and from what.", HelpName = "WHO", Required = true };

    public static Option<string> Note() => new("--note") { Description = "Why.", HelpName = "TEXT", DefaultValueFactory = _ => "" };

    public static Option<DateTimeOffset?> Moment(string name, string description) =>
        new(name) { Description = description, HelpName = "TIME", CustomParser = Offsets.ParseMoment };
}
