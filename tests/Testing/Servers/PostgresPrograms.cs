using System.Diagnostics;
using System.Globalization;

namespace RaceSystem.Testing.Servers;

/// <summary>Where PostgreSQL's programs are, and under which user they run: the server refuses to run as root.</summary>
internal static class PostgresPrograms
{
    private const string Debian = "/usr/lib/postgresql";
    private const string ServerUser = "postgres";

    public static string Find(string program)
    {
        var candidates = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian)
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin", program))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program));
        var found = candidates.Concat(path).FirstOrDefault(File.Exists);
        if (found is null)
        {
            Requirement.Missing($"PostgreSQL is not installed (apt-get install postgresql, or set {PostgresFixture.Variable}).");
        }

        return found;
    }

    /// <summary>The command, run as the server's user when this process is root.</summary>
    public static IReadOnlyList<string> AsServerUser(IReadOnlyList<string> command) =>
        UnixProcess.IsRoot ? ["setpriv", $"--reuid={ServerUser}", $"--regid={ServerUser}", "--clear-groups", .. command] : command;

    public static void GiveToServerUser(string folder)
    {
        if (UnixProcess.IsRoot)
        {
            using var chown = Process.Start("chown", [ServerUser, folder]);
            chown.WaitForExit();
            if (chown.ExitCode != 0)
            {
                throw new InvalidOperationException($"chown {ServerUser} {folder} ended with {chown.ExitCode}.");
            }
        }
    }
}
