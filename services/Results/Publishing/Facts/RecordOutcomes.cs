using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Sheets;

namespace RaceSystem.Results.Publishing.Facts;

/// <summary>What became of a standing record of a race.</summary>
/// <param name="Record">As it stood before.</param>
/// <param name="Best">The best result that broke or equalled it; null: it stands.</param>
/// <param name="Breaks">The best result is shorter.</param>
internal sealed record RecordOutcome(StandingRecord Record, ResultRow? Best, bool Breaks);

/// <summary>The records of a race, in its order.</summary>
internal static class RecordOutcomes
{
    public static IReadOnlyList<RecordOutcome> Of(ResultSheet sheet)
    {
        var best = new Dictionary<string, (ResultRow Row, bool Breaks)>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows.Where(row => row.Records.Count > 0))
        {
            foreach (var note in row.Records)
            {
                if (!best.TryGetValue(note.Record.RecordId, out var other) || row.OfficialTime!.Value < other.Row.OfficialTime!.Value)
                {
                    best[note.Record.RecordId] = (row, note.Breaks);
                }
            }
        }

        return [.. sheet.Race.Records.Select(record => best.TryGetValue(record.RecordId, out var found) ? new RecordOutcome(record, found.Row, found.Breaks) : new RecordOutcome(record, null, false))];
    }
}
