namespace RaceSystem.Contracts.Messages;

/// <summary>A range of Timing's log that holds timing points and devices.</summary>
public sealed record DeviceStatusChanged(string Owner, string MeetId, string LogId, long FirstSequence, long LastSequence, byte[] Records) : IChangeMessage;
