namespace RaceSystem.Contracts.Messages;

/// <summary>A range of Timing's log that holds passings of chips at timing points.</summary>
public sealed record PassingsChanged(string Owner, string MeetId, string LogId, long FirstSequence, long LastSequence, byte[] Records) : IChangeMessage;
