namespace RaceSystem.Contracts.Messages;

/// <summary>A range of Registration's log that holds entry records.</summary>
public sealed record EntriesChanged(string Owner, string MeetId, string LogId, long FirstSequence, long LastSequence, byte[] Records) : IChangeMessage;
