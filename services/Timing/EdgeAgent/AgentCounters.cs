namespace RaceSystem.Timing.EdgeAgent;

/// <summary>What the agent has done since its start. Safe to use from several threads.</summary>
internal sealed class AgentCounters
{
    private int _connections;
    private long _spooled;
    private long _refused;

    internal int Connections => Volatile.Read(ref _connections);

    internal long SpooledReads => Interlocked.Read(ref _spooled);

    internal long RefusedLines => Interlocked.Read(ref _refused);

    internal void Connected(int change) => Interlocked.Add(ref _connections, change);

    internal void Spooled(int reads) => Interlocked.Add(ref _spooled, reads);

    internal void Refused() => Interlocked.Increment(ref _refused);
}
