using System.Security.Cryptography;
using RaceSystem.Kernel;
using RaceSystem.Results.Certification.Awards;
using RaceSystem.Results.Certification.Json;

namespace RaceSystem.Results.Certification.Documents;

/// <summary>What a version of a classification says of itself. Immutable; docs/certification.md describes its JSON.</summary>
public sealed record ClassificationHeader
{
    /// <summary>Names this form of document.</summary>
    public const string LatestFormat = "racesystem-classification/2";

    /// <summary>The form before awards were signed.</summary>
    public const string FirstFormat = "racesystem-classification/1";

    /// <summary>What follows from the evidence.</summary>
    public required ClassificationContent Content { get; init; }

    /// <summary>The form of the document.</summary>
    public string Format => Content.Awards is null ? FirstFormat : LatestFormat;

    /// <summary>1 for the first.</summary>
    public required int Version { get; init; }

    /// <summary>What it is worth.</summary>
    public required ClassificationState State { get; init; }

    /// <summary>Hash of the version before; empty: the first.</summary>
    public string PreviousHash { get; init; } = "";

    /// <summary>Who published it.</summary>
    public required string PublishedBy { get; init; }

    /// <summary>When.</summary>
    public required Instant PublishedAt { get; init; }

    /// <summary>Why it was amended; may be empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Blocking items that were open and accepted.</summary>
    public IReadOnlyList<string> Accepted { get; init; } = [];

    /// <summary>The logs and how far they were contained, by owner.</summary>
    public required IReadOnlyList<LogMark> Logs { get; init; }

    /// <summary>Fingerprint of the key that signs it.</summary>
    public required string Key { get; init; }

    /// <summary>The header in canonical form.</summary>
    public byte[] ToCanonical()
    {
        var writer = new CanonicalWriter();
        writer.BeginObject().Name("accepted").BeginArray();
        foreach (var item in Accepted)
        {
            writer.Text(item);
        }

        writer.EndArray();
        if (Content.Awards is { } awards)
        {
            AwardsJson.Write(writer.Name("awards"), awards);
        }

        writer.Name("evidence").BeginObject().Name("hash").Text(Content.EvidenceHash).Name("records").Whole(Content.EvidenceCount).EndObject()
            .Name("format").Text(Format)
            .Name("key").Text(Key)
            .Name("logs").BeginArray();
        foreach (var log in Logs)
        {
            writer.BeginObject().Name("log_id").Text(log.LogId).Name("owner").Text(log.Owner).Name("sequence").Whole(log.Sequence).EndObject();
        }

        writer.EndArray()
            .Name("meet").Canonical(Content.Meet.Span)
            .Name("meet_id").Text(Content.MeetId)
            .Name("previous").Text(PreviousHash)
            .Name("profile").BeginObject().Name("id").Text(Content.ProfileId).Name("version").Whole(Content.ProfileVersion).EndObject()
            .Name("published_at").Text(PublishedAt.ToString())
            .Name("published_by").Text(PublishedBy)
            .Name("race").Canonical(Content.Race.Span)
            .Name("race_id").Text(Content.RaceId)
            .Name("reason").Text(Reason)
            .Name("rows").BeginObject().Name("count").Whole(Content.RowCount).Name("root").Text(Content.Root).EndObject()
            .Name("state").Text(State.NameOf())
            .Name("version").Whole(Version)
            .EndObject();
        return writer.Written.ToArray();
    }

    /// <summary>Hash of a canonical header: the name of the version.</summary>
    public static string HashOf(ReadOnlySpan<byte> canonical) => Hex.Of(SHA256.HashData(canonical));
}
