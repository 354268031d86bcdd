using System.Globalization;
using System.Text.Json;
using RaceSystem.Kernel;
using RaceSystem.Results.Certification.Awards;
using RaceSystem.Results.Certification.Json;

namespace RaceSystem.Results.Certification.Documents;

/// <summary>Reads headers back.</summary>
public static class HeaderReading
{
    /// <summary>The header of its canonical form.</summary>
    /// <exception cref="FormatException">It is none, or not byte for byte what <see cref="ClassificationHeader.ToCanonical"/> writes.</exception>
    public static ClassificationHeader Read(ReadOnlyMemory<byte> canonical)
    {
        using var document = CanonicalJson.Require(canonical, new CanonicalWriter());
        try
        {
            var header = Read(document.RootElement);
            return header.ToCanonical().AsSpan().SequenceEqual(canonical.Span) ? header : throw new FormatException("the header has members that this version does not know");
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("the header misses a member or has one of another type", error);
        }
    }

    private static ClassificationHeader Read(JsonElement header)
    {
        var format = TextOf(header, "format");
        if (format is not (ClassificationHeader.LatestFormat or ClassificationHeader.FirstFormat))
        {
            throw new FormatException($"the format is '{format}'; this version reads '{ClassificationHeader.FirstFormat}' and '{ClassificationHeader.LatestFormat}'");
        }

        var (evidence, profile, rows) = (header.GetProperty("evidence"), header.GetProperty("profile"), header.GetProperty("rows"));
        return new ClassificationHeader
        {
            Content = new ClassificationContent
            {
                MeetId = TextOf(header, "meet_id"),
                RaceId = TextOf(header, "race_id"),
                Meet = CanonicalJson.Of(header.GetProperty("meet")),
                Race = CanonicalJson.Of(header.GetProperty("race")),
                Awards = format == ClassificationHeader.FirstFormat ? null : AwardsJson.Read(header.GetProperty("awards")),
                ProfileId = TextOf(profile, "id"),
                ProfileVersion = profile.GetProperty("version").GetInt32(),
                EvidenceCount = evidence.GetProperty("records").GetInt64(),
                EvidenceHash = TextOf(evidence, "hash"),
                RowCount = rows.GetProperty("count").GetInt64(),
                Root = TextOf(rows, "root"),
            },
            Version = header.GetProperty("version").GetInt32(),
            State = ClassificationStates.Require(TextOf(header, "state")),
            PreviousHash = TextOf(header, "previous"),
            PublishedBy = TextOf(header, "published_by"),
            PublishedAt = TimeOf(TextOf(header, "published_at")),
            Reason = TextOf(header, "reason"),
            Accepted = [.. header.GetProperty("accepted").EnumerateArray().Select(item => item.GetString() ?? "")],
            Logs = [.. header.GetProperty("logs").EnumerateArray().Select(log => new LogMark(TextOf(log, "owner"), TextOf(log, "log_id"), log.GetProperty("sequence").GetInt64()))],
            Key = TextOf(header, "key"),
        };
    }

    /// <summary>A moment as <see cref="Instant"/> writes it.</summary>
    public static Instant TimeOf(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? Instant.From(time)
            : throw new FormatException($"'{text}' is no moment in UTC with microseconds");

    private static string TextOf(JsonElement value, string name) => value.GetProperty(name).GetString() ?? "";
}
