namespace RaceSystem.Timing.Service.Storage;

/// <summary>A decoder that this service listens for or dials.</summary>
public sealed class DecoderRow
{
    /// <summary>Meet of the decoder.</summary>
    public required string MeetId { get; init; }

    /// <summary>Unique in the meet.</summary>
    public required string DecoderId { get; init; }

    /// <summary>Serialized racesystem.timing.v1.Decoder.</summary>
    public required byte[] Settings { get; set; }
}
