namespace RaceSystem.Contracts.Messages;

/// <summary>A range of Timing's log that holds gun starts.</summary>
public sealed record GunStartsChanged(string Owner, string MeetId, string LogId, long FirstSequence, long LastSequence, byte[] Records) : IChangeMessage;
