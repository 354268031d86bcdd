using System.CommandLine;

namespace RaceSystem.Racectl.Adjudications;

/// <summary>Options that the commands about decisions share.</summary>
internal static class AdjudicationOptions
{
    public static Argument<string> Id() => new("adjudication") { Description = "Its id, see `list`." };

    public static Option<string> By() => new("--by") { Description = "Who decides.", HelpName = "WHO", Required = true };

    public static Option<string> Note() => new("--note") { Description = "Why.", HelpName = "TEXT", Required = true };

    public static Option<bool> Preview() => new("--preview") { Description = "Say what would change, and change nothing." };
}
