namespace RaceSystem.Timing.Service.Storage;

/// <summary>Something that race control has to look at.</summary>
public sealed class AlarmRow
{
    /// <summary>Meet of the alarm.</summary>
    public required string MeetId { get; init; }

    /// <summary>Unique in the meet.</summary>
    public required string AlarmId { get; init; }

    /// <summary>Kind of the wire by name.</summary>
    public required string Kind { get; init; }

    /// <summary>Device concerned; empty for a point's alarm.</summary>
    public required string DeviceId { get; init; }

    /// <summary>Point concerned.</summary>
    public required string TimingPointId { get; init; }

    /// <summary>What is wrong, for a person.</summary>
    public required string Description { get; set; }

    /// <summary>When it was raised, microseconds since the Unix epoch.</summary>
    public required long RaisedMicros { get; init; }

    /// <summary>When it went away; 0 while it holds.</summary>
    public required long ClearedMicros { get; set; }

    /// <summary>Who has seen it; empty while nobody has.</summary>
    public required string AcknowledgedBy { get; set; }

    /// <summary>When; 0 while nobody has.</summary>
    public required long AcknowledgedMicros { get; set; }
}
