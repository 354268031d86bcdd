namespace RaceSystem.Contracts.Messages;

/// <summary>A range of Results's log that holds status declarations.</summary>
public sealed record AdjudicationsChanged(string Owner, string MeetId, string LogId, long FirstSequence, long LastSequence, byte[] Records) : IChangeMessage;
