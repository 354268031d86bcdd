namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>What a frame of the spool holds.</summary>
internal enum FrameKind : byte
{
    /// <summary>The beginning of a segment.</summary>
    Header = 1,

    /// <summary>All lanes of all devices.</summary>
    Checkpoint = 2,

    /// <summary>A record: reads and markers of one device.</summary>
    Reads = 3,
}
