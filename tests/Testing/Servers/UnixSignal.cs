using System.Runtime.InteropServices;

namespace RaceSystem.Testing.Servers;

/// <summary>Signals that tests send to processes they started.</summary>
public enum UnixSignal
{
    /// <summary>Ask to stop now (PostgreSQL: fast shutdown).</summary>
    Interrupt = 2,

    /// <summary>Kill -9: nothing is flushed, nothing is said.</summary>
    Kill = 9,

    /// <summary>Ask to stop.</summary>
    Terminate = 15,
}

internal static class UnixProcess
{
    public static void SendToGroup(int processGroup, UnixSignal signal)
    {
        if (processGroup <= 1)
        {
            throw new ArgumentOutOfRangeException(nameof(processGroup), processGroup, "Not a group of a child process.");
        }

        // ESRCH (the group is gone) is what the caller wanted anyway.
        _ = kill(-processGroup, (int)signal);
    }

    public static bool IsRoot => OperatingSystem.IsLinux() && geteuid() == 0;

    [DllImport("libc", SetLastError = true)]
    private static extern int kill(int pid, int signal);

    [DllImport("libc")]
    private static extern uint geteuid();
}
