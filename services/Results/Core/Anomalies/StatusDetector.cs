using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>Declared statuses, and entries taken back, that the passings contradict.</summary>
internal static class StatusDetector
{
    public static IEnumerable<Anomaly> Find(FieldEvidence evidence) => Declared(evidence).Concat(Withdrawn(evidence));

    private static IEnumerable<Anomaly> Declared(FieldEvidence evidence)
    {
        foreach (var race in evidence.Races)
        {
            for (var number = 0; number < race.RunnerCount; number++)
            {
                var runner = new FieldRunner(race, number);
                var status = race.StatusOf(number);
                var contradicts = status switch
                {
                    ResultStatus.Dns => race.LastVisitOf(number) >= 0,
                    ResultStatus.Dnf => race.Visits.Count > 0 && runner.IsMeasured(runner.Finish),
                    _ => false,
                };
                if (contradicts)
                {
                    yield return new Anomaly(
                        AnomalyIds.Of(AnomalyKind.StatusContradictsReads, runner.Entry.EntryId),
                        AnomalyKind.StatusContradictsReads,
                        AnomalySeverity.Warning,
                        race.Race.RaceId,
                        [runner.Bib],
                        status == ResultStatus.Dns
                            ? $"Bib {runner.Bib} is declared not to have started, but was read on the course."
                            : $"Bib {runner.Bib} is declared not to have finished, but crossed the finish line.")
                    {
                        Evidence = [.. runner.Crossings().Take(Anomaly.MaxEvidence)],
                        Suggestions = [new Suggestion(runner.Entry.EnteredRaceId, runner.Bib, new Reinstatement(), "Let what was measured count.")],
                    };
                }
            }
        }
    }

    private static IEnumerable<Anomaly> Withdrawn(FieldEvidence evidence)
    {
        foreach (var entry in evidence.Entries.Where(entry => entry.Withdrawn).OrderBy(entry => entry.EntryId, StringComparer.Ordinal))
        {
            var readings = entry.Chips.Where(chip => evidence.Wearers.Of(chip).All(wearer => wearer.Withdrawn)).SelectMany(chip => Readings.OfChip(evidence, chip, entry.Bib)).Take(Anomaly.MaxEvidence).ToList();
            if (readings.Count > 0)
            {
                yield return new Anomaly(
                    AnomalyIds.Of(AnomalyKind.WithdrawnButRead, entry.EntryId),
                    AnomalyKind.WithdrawnButRead,
                    AnomalySeverity.Warning,
                    entry.RaceId,
                    [entry.Bib],
                    $"Bib {entry.Bib} was withdrawn, but its chip was read: the entry has to be restored if the runner ran.")
                {
                    Evidence = readings,
                };
            }
        }
    }
}
