namespace RaceSystem.Platform.Telemetry;

/// <summary>Every name under which RaceSystem emits traces and metrics. docs/telemetry.md lists the same.</summary>
public static class TelemetryNames
{
    /// <summary>Activity source and meter of Registration.</summary>
    public const string Registration = "RaceSystem.Registration";

    /// <summary>Activity source and meter of Timing.</summary>
    public const string Timing = "RaceSystem.Timing";

    /// <summary>Activity source and meter of Results.</summary>
    public const string Results = "RaceSystem.Results";

    /// <summary>Activity source and meter of Dashboard.</summary>
    public const string Dashboard = "RaceSystem.Dashboard";

    /// <summary>Activity source and meter of Platform: logs, bus, storage.</summary>
    public const string Platform = "RaceSystem.Platform";

    /// <summary>Activity source and meter of MassTransit.</summary>
    public const string MassTransit = "MassTransit";

    /// <summary>Activity source and meter of Npgsql.</summary>
    public const string Npgsql = "Npgsql";

    /// <summary>All activity sources and meters a host exports.</summary>
    public static IReadOnlyList<string> All { get; } = [Registration, Timing, Results, Dashboard, Platform, MassTransit, Npgsql];

    /// <summary>Span of one commit of a log.</summary>
    public const string CommitActivity = "changelog commit";

    /// <summary>Span of handing a range of a log to the bus.</summary>
    public const string PublishActivity = "changelog publish";

    /// <summary>Span of applying a range that the bus delivered.</summary>
    public const string ReceiveActivity = "changelog receive";

    /// <summary>Span of fetching what a follower missed.</summary>
    public const string FetchActivity = "changelog fetch";

    /// <summary>Counter: records committed to logs; tag <c>owner</c>.</summary>
    public const string RecordsCommitted = "racesystem.changelog.records_committed";

    /// <summary>Histogram, seconds: time of a commit with its lock; tag <c>owner</c>.</summary>
    public const string CommitDuration = "racesystem.changelog.commit_duration";

    /// <summary>Counter: messages handed to the bus; tag <c>owner</c>.</summary>
    public const string MessagesPublished = "racesystem.changelog.messages_published";

    /// <summary>Counter: ranges dropped because the bus was away or slow (followers fetch them); tag <c>owner</c>.</summary>
    public const string RangesDropped = "racesystem.changelog.ranges_dropped";

    /// <summary>Counter: records applied by followers; tags <c>owner</c>, <c>source</c> (bus, fetch, copy).</summary>
    public const string RecordsApplied = "racesystem.changelog.records_applied";

    /// <summary>Counter: gaps that a follower fetched; tag <c>owner</c>.</summary>
    public const string GapsFetched = "racesystem.changelog.gaps_fetched";

    /// <summary>Tag: the service that owns a log.</summary>
    public const string OwnerTag = "owner";

    /// <summary>Tag: how records came: bus, fetch or copy.</summary>
    public const string SourceTag = "source";

    /// <summary>Tag: the meet of a log.</summary>
    public const string MeetTag = "racesystem.meet_id";

    /// <summary>Tag: number of records.</summary>
    public const string RecordsTag = "racesystem.records";

    /// <summary>Tag: last sequence of a range.</summary>
    public const string SequenceTag = "racesystem.sequence";
}
