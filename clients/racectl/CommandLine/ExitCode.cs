namespace RaceSystem.Racectl.CommandLine;

/// <summary>What racectl tells the shell.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>Refused by a service, a file with problems, a service that is away.</summary>
    public const int Failed = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Ctrl+C, as shells count it: 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
