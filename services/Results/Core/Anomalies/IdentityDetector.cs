using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>Runners whose passings tell of another race of the meet, and pairs of them who wore each other's bib.</summary>
internal static class IdentityDetector
{
    /// <summary>The other race must be so much likelier: e⁵ times, in hundredths of a nat.</summary>
    private const int Likelier = 500;

    public static IEnumerable<Anomaly> Find(FieldEvidence evidence)
    {
        var strangers = evidence.Races.Count > 1 ? Strangers(evidence) : [];
        var swaps = Swaps(strangers);
        var paired = swaps.SelectMany(swap => new[] { swap.One, swap.Other }).Select(stranger => stranger.Runner.Entry.EntryId).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. swaps.Select(Swapped),
            .. strangers.Where(stranger => !paired.Contains(stranger.Runner.Entry.EntryId)).Select(WrongRace),
            .. ManualSwaps.Find(evidence),
        ];
    }

    private static List<Stranger> Strangers(FieldEvidence evidence)
    {
        var fits = new RaceFit(evidence);
        var strangers = new List<Stranger>();
        foreach (var race in evidence.Races)
        {
            for (var number = 0; number < race.RunnerCount; number++)
            {
                var runner = new FieldRunner(race, number);
                if (IsSuspect(evidence, runner) && fits.Of(runner.Entry, race.Race) is { } own && Best(evidence, fits, runner, own) is { } other)
                {
                    strangers.Add(other);
                }
            }
        }

        return strangers;
    }

    /// <summary>A finisher who missed nothing and was read nowhere else ran this race: most of the field is not looked at closer.</summary>
    private static bool IsSuspect(FieldEvidence evidence, FieldRunner runner)
    {
        if (runner.Entry.Chips.Count == 0)
        {
            return false;
        }

        var complete = runner.Finish >= 0;
        for (var visit = 0; visit <= runner.Finish && complete; visit++)
        {
            complete = runner.IsMeasured(visit);
        }

        if (!complete)
        {
            return true;
        }

        foreach (var chip in runner.Entry.Chips)
        {
            foreach (var (_, point) in evidence.Passings.Of(chip))
            {
                if (!runner.Definition.Visits.Any(visit => visit.TimingPointId == evidence.Passings.Points[point]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static Stranger? Best(FieldEvidence evidence, RaceFit fits, FieldRunner runner, RaceFit.Fit own)
    {
        Stranger? best = null;
        foreach (var other in evidence.Races)
        {
            if (other == runner.Race || fits.Of(runner.Entry, other.Race) is not { Finished: true, Measured: >= 2 } fit || fit.Cost + Likelier > own.Cost)
            {
                continue;
            }

            best = best is null || fit.Cost < best.Fit.Cost ? new Stranger(runner, other.Race, fit, evidence.PassingsOf(runner.Entry)) : best;
        }

        return best;
    }

    /// <summary>Pairs who each ran the other's race and have something in common; a runner is in one pair at most.</summary>
    private static List<(Stranger One, Stranger Other)> Swaps(List<Stranger> strangers)
    {
        var swaps = new List<(Stranger One, Stranger Other)>();
        var paired = new HashSet<Stranger>();
        foreach (var one in strangers)
        {
            var mirrors = strangers.Where(other => other.Ran.RaceId == one.Runner.Definition.RaceId && one.Ran.RaceId == other.Runner.Definition.RaceId && !paired.Contains(other)).ToList();
            var back = strangers.Count(other => other.Ran.RaceId == one.Ran.RaceId && other.Runner.Definition.RaceId == one.Runner.Definition.RaceId);
            var partner = mirrors.Find(other => EntryLinks.AreLinked(one.Runner.Entry, other.Runner.Entry)) ?? (mirrors.Count == 1 && back == 1 ? mirrors[0] : null);
            if (partner is not null && !paired.Contains(one))
            {
                paired.Add(one);
                paired.Add(partner);
                swaps.Add((one, partner));
            }
        }

        return swaps;
    }

    private static Anomaly Swapped((Stranger One, Stranger Other) swap)
    {
        var (one, other) = (swap.One.Runner, swap.Other.Runner);
        string[] entries = [.. new[] { one.Entry.EntryId, other.Entry.EntryId }.Order(StringComparer.Ordinal)];
        return new Anomaly(
            AnomalyIds.Of(AnomalyKind.SwappedBibs, entries),
            AnomalyKind.SwappedBibs,
            AnomalySeverity.Severe,
            one.Definition.RaceId,
            [.. new[] { one.Bib, other.Bib }.Order(BibComparer.Instance)],
            $"Bib {one.Bib} of '{one.Definition.RaceId}' ran '{other.Definition.RaceId}', and bib {other.Bib} of '{other.Definition.RaceId}' ran '{one.Definition.RaceId}': they may have worn each other's bib.")
        {
            Evidence = [.. swap.One.Readings(Anomaly.MaxEvidence / 2), .. swap.Other.Readings(Anomaly.MaxEvidence / 2)],
            Suggestions = [new Suggestion(one.Entry.EnteredRaceId, one.Bib, new BibSwap(other.Bib), "Each takes the chips of the other."), .. swap.One.Moves(), .. swap.Other.Moves()],
        };
    }

    private static Anomaly WrongRace(Stranger stranger) => new(
        AnomalyIds.Of(AnomalyKind.WrongRace, stranger.Runner.Entry.EntryId),
        AnomalyKind.WrongRace,
        AnomalySeverity.Warning,
        stranger.Runner.Definition.RaceId,
        [stranger.Runner.Bib],
        $"Bib {stranger.Runner.Bib} is entered in '{stranger.Runner.Definition.RaceId}' and seems to have run '{stranger.Ran.RaceId}'.")
    {
        Evidence = [.. stranger.Readings(Anomaly.MaxEvidence)],
        Suggestions = [.. stranger.Moves()],
        OtherRaceIds = [stranger.Ran.RaceId],
    };

    /// <summary>A runner whose passings are of another race.</summary>
    private sealed record Stranger(FieldRunner Runner, RaceDefinition Ran, RaceFit.Fit Fit, List<(long Time, string Point, string Chip)> Passings)
    {
        public IEnumerable<AnomalyReading> Readings(int most) => Passings.Take(most)
            .Select(passing => new AnomalyReading(passing.Point, Runner.Bib, passing.Chip, new Kernel.Instant(passing.Time), Ran.Visits.Any(visit => visit.TimingPointId == passing.Point) ? $"on the course of '{Ran.RaceId}'" : "read"));

        public IEnumerable<Suggestion> Moves() =>
            [new Suggestion(Runner.Entry.EnteredRaceId, Runner.Bib, new RaceMove(Ran.RaceId, Fit.WaveId), $"Rank bib {Runner.Bib} in '{Ran.RaceId}'.")];
    }
}
