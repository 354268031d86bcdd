using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RaceSystem.AllInOne;

/// <summary>
/// What the command line of AllInOne says. Everything it does not know is handed to the host, which takes the
/// configuration of any ASP.NET host.
/// </summary>
public sealed record AllInOneOptions
{
    /// <summary>Exit code of a command line that cannot be understood.</summary>
    public const int UsageExitCode = 2;

    /// <summary>Where a person finds everything when nothing else is said.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5000";

    /// <summary>Slowest and fastest demo, in race seconds a second.</summary>
    public const double MinSpeed = 0.1, MaxSpeed = 3600;

    public const string Help = """
        RaceSystem AllInOne: registration, timing, results and dashboard in one process.

        usage: dotnet run --project services/AllInOne -c Release -- [options]

          --data DIR         keep the databases in DIR (default: a folder of the user; with --demo: a new temporary folder)
          --urls URLS        listen on these addresses, separated by ';' (default: http://127.0.0.1:5000)
          --demo             create the reference meet with synthetic runners and run it
          --demo-speed N     race seconds in one second, 0.1 to 3600 (default: 60)
          --demo-seed N      seed of the synthetic field (default: 2025)
          --help             this text

        Any other option is configuration of the host, for example --Logging:LogLevel:Default=Debug.
        """;

    private static readonly string[] WithValue = ["--data", "--urls", "--demo-speed", "--demo-seed"];

    /// <summary>Folder of the databases.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The folder is made for this run and removed after it.</summary>
    public required bool DataIsTemporary { get; init; }

    public bool Demo { get; init; }

    /// <summary>Race seconds in one second.</summary>
    public double DemoSpeed { get; init; } = 60;

    public int DemoSeed { get; init; } = 2025;

    public bool ShowHelp { get; init; }

    /// <summary>Addresses from <c>--urls</c>; null when the environment or the default decides.</summary>
    public string? Urls { get; init; }

    /// <summary>What is left for the host.</summary>
    public required string[] HostArguments { get; init; }

    /// <summary>Reads the command line.</summary>
    /// <returns>False with a message that says what is wrong and what would be right.</returns>
    public static bool TryParse(string[] args, [NotNullWhen(true)] out AllInOneOptions? options, out string message)
    {
        options = null;
        if (!TrySplit(args, out var values, out var flags, out var rest, out message))
        {
            return false;
        }

        var speed = 60d;
        if (values.TryGetValue("--demo-speed", out var speedText) && !TryParseSpeed(speedText, out speed))
        {
            message = $"--demo-speed: '{speedText}' is not a speed; give race seconds in one second from {MinSpeed} to {MaxSpeed}, for example 60.";
            return false;
        }

        var seed = 2025;
        if (values.TryGetValue("--demo-seed", out var seedText) && !int.TryParse(seedText, NumberStyles.None, CultureInfo.InvariantCulture, out seed))
        {
            message = $"--demo-seed: '{seedText}' is not a seed; give a whole number from 0 to {int.MaxValue}.";
            return false;
        }

        var demo = flags.Contains("--demo");
        var temporary = demo && !values.ContainsKey("--data");
        options = new AllInOneOptions
        {
            DataFolder = Path.GetFullPath(values.GetValueOrDefault("--data") ?? DefaultFolder(temporary)),
            DataIsTemporary = temporary,
            Demo = demo,
            DemoSpeed = speed,
            DemoSeed = seed,
            ShowHelp = flags.Contains("--help"),
            Urls = values.GetValueOrDefault("--urls"),
            HostArguments = [.. rest],
        };
        return true;
    }

    private static bool TrySplit(string[] args, out Dictionary<string, string> values, out HashSet<string> flags, out List<string> rest, out string message)
    {
        (values, flags, rest, message) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal), [], "");
        for (var i = 0; i < args.Length; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var n, var v] ? (n, v) : (args[i], null);
            if (name is "--demo" or "--help" or "-h")
            {
                flags.Add(name == "-h" ? "--help" : name);
            }
            else if (!WithValue.Contains(name))
            {
                rest.Add(args[i]);
            }
            else if ((value ??= i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[++i] : null) is { Length: > 0 } given)
            {
                values[name] = given;
            }
            else
            {
                message = $"{name} needs a value; see --help.";
                return false;
            }
        }

        return true;
    }

    private static bool TryParseSpeed(string text, out double speed) =>
        double.TryParse(text.TrimEnd('x', '×'), NumberStyles.Float, CultureInfo.InvariantCulture, out speed) && speed is >= MinSpeed and <= MaxSpeed;

    private static string DefaultFolder(bool temporary) => temporary
        ? Path.Combine(Path.GetTempPath(), $"racesystem-demo-{Environment.ProcessId}-{Path.GetRandomFileName()}")
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "RaceSystem");
}
