namespace RaceSystem.Platform.Storage;

/// <summary>Where a log of this service stands. Times are microseconds since the Unix epoch.</summary>
internal sealed class ChangelogHeadRow
{
    public required string MeetId { get; set; }

    public required string LogId { get; set; }

    public long Sequence { get; set; }

    public long ChangedAt { get; set; }
}

/// <summary>The latest record of a key.</summary>
internal sealed class ChangelogRecordRow
{
    public required string MeetId { get; set; }

    public required string Key { get; set; }

    public long Sequence { get; set; }

    public required byte[] Value { get; set; }
}

/// <summary>The answer once given to a write, so that a repeated request gets it again.</summary>
internal sealed class RequestAnswerRow
{
    public required string MeetId { get; set; }

    public required string RequestId { get; set; }

    public long CreatedAt { get; set; }

    public required byte[] Answer { get; set; }
}

/// <summary>How far the stored copy of another service's log is complete.</summary>
internal sealed class FollowedLogRow
{
    public required string Owner { get; set; }

    public required string MeetId { get; set; }

    public required string LogId { get; set; }

    public long Sequence { get; set; }
}

/// <summary>The latest record of a key of another service's log.</summary>
internal sealed class FollowedRecordRow
{
    public required string Owner { get; set; }

    public required string MeetId { get; set; }

    public required string Key { get; set; }

    public long Sequence { get; set; }

    public required byte[] Value { get; set; }
}
