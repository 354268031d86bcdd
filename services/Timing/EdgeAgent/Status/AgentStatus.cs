namespace RaceSystem.Timing.EdgeAgent.Status;

/// <summary>What the agent shows.</summary>
/// <param name="MeetId">The meet.</param>
/// <param name="Server">Where it uploads to.</param>
/// <param name="Alarms">What a person has to look at; empty when all is well.</param>
/// <param name="Decoders">One a decoder.</param>
/// <param name="Devices">One a device.</param>
/// <param name="SpoolBytes">Bytes in the spool.</param>
/// <param name="SpoolSegments">Files of the spool.</param>
/// <param name="FreeBytes">Bytes that its disk has left.</param>
/// <param name="DamagedBytes">Bytes of acknowledged reads that the disk lost.</param>
/// <param name="TornBytes">Bytes of a write that the last power cut tore; nothing of it was acknowledged.</param>
/// <param name="DeadLetters">What could not be understood, since the start.</param>
internal sealed record AgentStatus(
    string MeetId,
    Uri Server,
    IReadOnlyList<string> Alarms,
    IReadOnlyList<DecoderLine> Decoders,
    IReadOnlyList<DeviceLine> Devices,
    long SpoolBytes,
    int SpoolSegments,
    long FreeBytes,
    long DamagedBytes,
    long TornBytes,
    long DeadLetters);

/// <summary>A decoder on the page.</summary>
internal sealed record DecoderLine(
    string Id,
    string Protocol,
    string Where,
    int Connections,
    long Reads,
    long Markers,
    long Ignored,
    long Rejected,
    long FailedSessions,
    long TurnedAway,
    double? SecondsSinceRead,
    double? BatteryPercent,
    string? LastError);

/// <summary>A device on the page.</summary>
internal sealed record DeviceLine(
    string Id,
    bool Uploading,
    long SpooledReads,
    long UnsentReads,
    double? OldestUnsentSeconds,
    int CatchingUp,
    long RefusedReads,
    double? ClockOffsetSeconds,
    string? ClockProblem,
    string? Problem);
