namespace RaceSystem.Contracts.Messages;

/// <summary>A range of Results's log that holds published classifications.</summary>
public sealed record ClassificationPublished(string Owner, string MeetId, string LogId, long FirstSequence, long LastSequence, byte[] Records) : IChangeMessage;
