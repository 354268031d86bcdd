namespace RaceSystem.Timing.EdgeAgent.Status;

/// <summary>What the agent shows.</summary>
internal sealed record AgentStatus(
    string MeetId,
    string DeviceId,
    int Connections,
    long SpooledReads,
    long RefusedLines,
    long SpoolRecords,
    long SpoolReads,
    long DurableRecords,
    long UnsentRecords,
    string? DiskAlarm,
    string? UploadProblem);
