namespace RaceSystem.Results.Service.Storage.Classifications;

/// <summary>A published version; never changed. Header and signature are what was signed, the rest is there to find it.</summary>
internal sealed class StoredClassification
{
    public required string MeetId { get; init; }

    public required string RaceId { get; init; }

    public required int Version { get; init; }

    /// <summary>Canonical JSON.</summary>
    public required byte[] Header { get; init; }

    public required byte[] Signature { get; init; }

    /// <summary>SubjectPublicKeyInfo.</summary>
    public required byte[] PublicKey { get; init; }
}
