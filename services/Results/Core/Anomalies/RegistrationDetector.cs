using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>Chips and bibs that belong to nobody, or to more than one runner.</summary>
internal static class RegistrationDetector
{
    /// <summary>A chip nobody wears that passed so many different mats was somebody's race.</summary>
    private const int PointsOfARunner = 2;

    public static IEnumerable<Anomaly> Find(FieldEvidence evidence) =>
        [.. UnknownChips(evidence), .. UnknownBibs(evidence), .. SharedChips(evidence), .. SharedBibs(evidence)];

    private static IEnumerable<Anomaly> UnknownChips(FieldEvidence evidence)
    {
        for (var number = 0; number < evidence.Passings.Chips.Count; number++)
        {
            var chip = evidence.Passings.Chips[number];
            if (evidence.Passings.Of(number).Length > 0 && evidence.Wearers.Of(chip).Count == 0)
            {
                var points = evidence.Passings.Of(number).ToArray().Select(passing => passing.Point).Distinct().Count();
                yield return new Anomaly(
                    AnomalyIds.Of(AnomalyKind.UnknownChip, chip),
                    AnomalyKind.UnknownChip,
                    points >= PointsOfARunner ? AnomalySeverity.Warning : AnomalySeverity.Notice,
                    "",
                    [],
                    $"Chip {chip} was read at {points} timing points, and nobody wears it.")
                {
                    Evidence = Readings.OfChip(evidence, chip, ""),
                };
            }
        }
    }

    private static IEnumerable<Anomaly> UnknownBibs(FieldEvidence evidence)
    {
        var known = evidence.Entries.Where(entry => !entry.Withdrawn).Select(entry => entry.Bib).ToHashSet(StringComparer.Ordinal);
        foreach (var (bib, points) in evidence.Manual.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!known.Contains(bib))
            {
                yield return new Anomaly(AnomalyIds.Of(AnomalyKind.UnknownBib, bib), AnomalyKind.UnknownBib, AnomalySeverity.Warning, "", [bib], $"A time was written down for bib {bib}, which nobody wears.")
                {
                    Evidence =
                    [
                        .. points.SelectMany(point => point.Value.Select(time => new AnomalyReading(evidence.Passings.Points[point.Key], bib, "", new Instant(time.Micros), "written down")))
                            .OrderBy(reading => reading.Time).ThenBy(reading => reading.TimingPointId, StringComparer.Ordinal).Take(Anomaly.MaxEvidence),
                    ],
                };
            }
        }
    }

    private static IEnumerable<Anomaly> SharedChips(FieldEvidence evidence)
    {
        foreach (var (chip, wearers) in evidence.Wearers.Shared())
        {
            yield return new Anomaly(
                AnomalyIds.Of(AnomalyKind.SharedChip, chip),
                AnomalyKind.SharedChip,
                AnomalySeverity.Severe,
                wearers[0].RaceId,
                BibsOf(wearers),
                $"Chip {chip} is registered for the bibs {string.Join(", ", BibsOf(wearers))}: each of them counts with its reads.")
            {
                Evidence = Readings.OfChip(evidence, chip, ""),
                Suggestions = [.. wearers.Select(entry => new Suggestion(entry.EnteredRaceId, entry.Bib, new ChipDecision(chip, Counts: true), $"Bib {entry.Bib} wore chip {chip}, and nobody else."))],
            };
        }
    }

    private static IEnumerable<Anomaly> SharedBibs(FieldEvidence evidence)
    {
        var shared = evidence.Entries.Where(entry => entry is { Withdrawn: false, Bib.Length: > 0 })
            .GroupBy(entry => entry.Bib, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in shared)
        {
            var races = string.Join(", ", group.Select(entry => entry.RaceId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            yield return new Anomaly(
                AnomalyIds.Of(AnomalyKind.SharedBib, group.Key),
                AnomalyKind.SharedBib,
                AnomalySeverity.Severe,
                group.Select(entry => entry.RaceId).Order(StringComparer.Ordinal).First(),
                [group.Key],
                $"Bib {group.Key} is worn by {group.Count()} entries ({races}): what is declared or written down for it concerns all of them.")
            {
                OtherRaceIds = [.. group.Select(entry => entry.RaceId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Skip(1)],
            };
        }
    }

    private static string[] BibsOf(IEnumerable<Entry> entries) => [.. entries.Select(entry => entry.Bib).Order(BibComparer.Instance)];
}
