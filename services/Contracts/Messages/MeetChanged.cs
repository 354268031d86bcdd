namespace RaceSystem.Contracts.Messages;

/// <summary>A range of Registration's log that holds meet and race records.</summary>
public sealed record MeetChanged(string Owner, string MeetId, string LogId, long FirstSequence, long LastSequence, byte[] Records) : IChangeMessage;
