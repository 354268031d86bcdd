using System.Text.Json;
using RaceSystem.Results.Certification.Json;

namespace RaceSystem.Results.Certification.Awards;

/// <summary>Awards in a header. Reading takes what writing writes; other members come out different, so the header is refused.</summary>
internal static class AwardsJson
{
    public static void Write(CanonicalWriter writer, IReadOnlyList<SignedAward> awards)
    {
        writer.BeginArray();
        foreach (var award in awards)
        {
            writer.BeginObject().Name("award_id").Text(award.AwardId);
            Text(writer, "division", award.DivisionId);
            Text(writer, "sex", award.Sex);
            writer.Name("winners").BeginArray();
            foreach (var winner in award.Winners)
            {
                writer.BeginObject();
                Text(writer, "bib", winner.Bib);
                writer.Name("entry_id").Text(winner.EntryId).Name("place").Whole(winner.Place).Name("time_ms").Whole(winner.TimeMs).EndObject();
            }

            writer.EndArray().EndObject();
        }

        writer.EndArray();
    }

    public static IReadOnlyList<SignedAward> Read(JsonElement awards) =>
    [
        .. awards.EnumerateArray().Select(award => new SignedAward(
            TextOf(award, "award_id"),
            TextOf(award, "division"),
            TextOf(award, "sex"),
            [.. award.GetProperty("winners").EnumerateArray().Select(winner => new SignedWinner(winner.GetProperty("place").GetInt32(), TextOf(winner, "bib"), TextOf(winner, "entry_id"), winner.GetProperty("time_ms").GetInt64()))])),
    ];

    private static string TextOf(JsonElement value, string name) => value.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";

    private static void Text(CanonicalWriter writer, string name, string value)
    {
        if (value.Length > 0)
        {
            writer.Name(name).Text(value);
        }
    }
}
