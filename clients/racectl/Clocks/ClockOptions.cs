using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.CommandLine;

namespace RaceSystem.Racectl.Clocks;

/// <summary>Options that the commands about clocks share.</summary>
internal static class ClockOptions
{
    public static Option<string> Meet() => new("--meet") { Description = "The meet.", HelpName = "ID", Required = true };

    public static Option<string> Device() => new("--device") { Description = "Whose clock.", HelpName = "ID", Required = true };

    public static Option<string> OnlyDevice() => new("--device") { Description = "Only this device.", HelpName = "ID", DefaultValueFactory = _ => "" };

    public static Option<string> By() => new("--by") { Description = "Who does it, and from what.", HelpName = "WHO", Required = true };

    public static Option<string> Note() => new("--note") { Description = "Why.", HelpName = "TEXT", DefaultValueFactory = _ => "" };

    public static Option<DateTimeOffset?> Moment(string name, string description) =>
        new(name) { Description = description, HelpName = "TIME", CustomParser = Offsets.ParseMoment };

    public static Option<TimeSpan?> Offset(string description) =>
        new("--offset") { Description = description, HelpName = "OFFSET", CustomParser = Offsets.ParseOption };

    public static Timestamp? TimestampOf(DateTimeOffset? moment) => moment is { } time ? Timestamp.FromDateTimeOffset(time) : null;

    /// <summary>With microseconds; empty for none.</summary>
    public static string Text(Timestamp? time) =>
        time is null ? "" : time.ToDateTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
