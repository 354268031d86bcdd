using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>
/// Swapped bibs as people saw them: the bib that was written down passed when the other's chip did, and the other way round.
/// It tells a swap inside one race, which reads alone cannot.
/// </summary>
internal static class ManualSwaps
{
    /// <summary>What was written down so near to a chip's passing was that runner.</summary>
    private const long NearMicros = 10 * Instant.MicrosPerSecond;

    /// <summary>… and so far from it was not.</summary>
    private const long FarMicros = 120 * Instant.MicrosPerSecond;

    public static IEnumerable<Anomaly> Find(FieldEvidence evidence)
    {
        var ofBib = evidence.Entries.Where(entry => entry is { Withdrawn: false, Bib.Length: > 0, Chips.Count: > 0 }).ToLookup(entry => entry.BibWorn, StringComparer.Ordinal);
        var contradicted = new List<(Entry Entry, string Point, long Written, long Read)>();
        foreach (var (bib, points) in evidence.Manual.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (ofBib[bib].FirstOrDefault() is { } entry && Contradiction(evidence, entry, points) is { } found)
            {
                contradicted.Add((entry, found.Point, found.Written, found.Read));
            }
        }

        for (var i = 0; i < contradicted.Count; i++)
        {
            for (var j = i + 1; j < contradicted.Count; j++)
            {
                var (one, other) = (contradicted[i], contradicted[j]);
                if (WasAt(evidence, other.Entry, one.Point, one.Written) && WasAt(evidence, one.Entry, other.Point, other.Written))
                {
                    yield return Swapped(one, other);
                }
            }
        }
    }

    /// <summary>A time written down for a bib where its chip passed at quite another time.</summary>
    private static (string Point, long Written, long Read)? Contradiction(FieldEvidence evidence, Entry entry, Dictionary<int, Manual.ManualTime[]> points)
    {
        foreach (var (number, times) in points.OrderBy(point => evidence.Passings.Points[point.Key], StringComparer.Ordinal))
        {
            var point = evidence.Passings.Points[number];
            foreach (var written in times)
            {
                var read = entry.Chips.SelectMany(chip => evidence.TimesAt(chip, point, 0)).OrderBy(time => Math.Abs(time - written.Micros)).FirstOrDefault(-1);
                if (read >= 0 && Math.Abs(read - written.Micros) > FarMicros)
                {
                    return (point, written.Micros, read);
                }
            }
        }

        return null;
    }

    private static bool WasAt(FieldEvidence evidence, Entry entry, string point, long time) =>
        entry.Chips.Any(chip => evidence.TimesAt(chip, point, 0).Exists(read => Math.Abs(read - time) <= NearMicros));

    private static Anomaly Swapped((Entry Entry, string Point, long Written, long Read) one, (Entry Entry, string Point, long Written, long Read) other)
    {
        string[] entries = [.. new[] { one.Entry.EntryId, other.Entry.EntryId }.Order(StringComparer.Ordinal)];
        return new Anomaly(
            AnomalyIds.Of(AnomalyKind.SwappedBibs, entries),
            AnomalyKind.SwappedBibs,
            AnomalySeverity.Severe,
            one.Entry.RaceId,
            [.. new[] { one.Entry.Bib, other.Entry.Bib }.Order(BibComparer.Instance)],
            $"People saw bib {one.Entry.Bib} when the chip of bib {other.Entry.Bib} was read, and the other way round: they may have worn each other's bib.")
        {
            Evidence = [.. new[] { one, other }.SelectMany(seen => new[]
            {
                new AnomalyReading(seen.Point, seen.Entry.Bib, "", new Instant(seen.Written), "written down"),
                new AnomalyReading(seen.Point, seen.Entry.Bib, seen.Entry.Chips[0], new Instant(seen.Read), "chip read"),
            })],
            Suggestions = [new Suggestion(one.Entry.EnteredRaceId, one.Entry.Bib, new BibSwap(other.Entry.Bib), "Each takes the chips of the other.")],
        };
    }
}
