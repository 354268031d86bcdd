using System.CommandLine;

namespace RaceSystem.Racectl.Classifications;

/// <summary>Options that the commands of classifications share.</summary>
internal static class ClassificationOptions
{
    public static Option<int> Version() => new("--version-number", "--number") { Description = "The version; the latest otherwise.", HelpName = "N" };

    public static Option<string?> Key() => new("--key") { Description = "The organiser's public key as PEM: proves who signed.", HelpName = "FILE" };
}
