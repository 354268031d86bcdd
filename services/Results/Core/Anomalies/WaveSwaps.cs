using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>
/// Swapped bibs inside one race, told by the waves: each of two runners crossed the start line with the other's wave. One
/// anomaly instead of two.
/// </summary>
internal static class WaveSwaps
{
    /// <summary>
    /// So few of a wave start as late as the next one, in per cent: who does so, is no anomaly alone, and may be the other half
    /// of a swap.
    /// </summary>
    private const int RarePercent = 2;

    /// <summary>The anomalies with each two that make a swap replaced by it.</summary>
    public static IEnumerable<Anomaly> Pair(FieldEvidence evidence, IReadOnlyList<Anomaly> anomalies)
    {
        var movers = anomalies.Select(anomaly => MoverOf(evidence, anomaly)).OfType<Mover>().ToList();
        var late = new Dictionary<(RaceStandings Race, string Own, string Ran), List<Mover>>();
        var paired = new HashSet<Mover>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var swaps = new List<Anomaly>();
        foreach (var mover in movers)
        {
            if (taken.Contains(mover.Entry.EntryId) || PartnerOf(mover, movers, taken, LateOf) is not { } partner)
            {
                continue;
            }

            taken.Add(mover.Entry.EntryId);
            taken.Add(partner.Entry.EntryId);
            paired.Add(mover);
            paired.Add(partner);
            swaps.Add(Swapped(mover, partner));
        }

        var replaced = paired.Select(mover => mover.Anomaly).OfType<Anomaly>().ToHashSet();
        return swaps.Count == 0 ? anomalies : anomalies.Where(anomaly => !replaced.Contains(anomaly)).Concat(swaps);

        List<Mover> LateOf(Mover mover) => late.TryGetValue((mover.Race, mover.Own, mover.Ran), out var starters) ? starters : late[(mover.Race, mover.Own, mover.Ran)] = LateStarters(evidence, mover);
    }

    private static Mover? MoverOf(FieldEvidence evidence, Anomaly anomaly)
    {
        if (anomaly.Kind != AnomalyKind.AnotherWave || anomaly.Suggestions is not [{ Decision: StartWithWave { WaveId: var ran } }, ..])
        {
            return null;
        }

        var race = evidence.Races.First(race => race.Race.RaceId == anomaly.RaceId);
        return race.FindBib(anomaly.Bibs[0]) is >= 0 and var number ? new Mover(new FieldRunner(race, number), ran, anomaly) : null;
    }

    /// <summary>The other half: linked to the runner, or the only one who went the other way while nobody else went this way.</summary>
    private static Mover? PartnerOf(Mover mover, List<Mover> movers, HashSet<string> taken, Func<Mover, List<Mover>> lateOf)
    {
        var mirrors = movers.Where(other => other.Mirrors(mover) && !taken.Contains(other.Entry.EntryId)).ToList();
        var linked = mirrors.Where(other => EntryLinks.AreLinked(mover.Entry, other.Entry)).ToList();
        if (linked.Count > 0)
        {
            return Clearest(mover, linked);
        }

        if (mirrors.Count == 1 && movers.Count(other => other.Race == mover.Race && other.Own == mover.Own && other.Ran == mover.Ran) == 1)
        {
            return mirrors[0];
        }

        return Clearest(mover, [.. lateOf(mover).Where(other => !taken.Contains(other.Entry.EntryId) && EntryLinks.AreLinked(mover.Entry, other.Entry))]);
    }

    /// <summary>One of several is no better than another, unless the bibs follow each other.</summary>
    private static Mover? Clearest(Mover mover, List<Mover> partners)
    {
        var neighbours = partners.Where(partner => EntryLinks.AreNeighbours(mover.Entry, partner.Entry)).ToList();
        return partners.Count == 1 ? partners[0] : neighbours.Count == 1 ? neighbours[0] : null;
    }

    /// <summary>
    /// Of who started before the own gun, with an earlier wave: the runners of that wave who started when the own wave did, if
    /// they are rare in theirs. Waves follow each other so closely that starting late is nothing alone.
    /// </summary>
    private static List<Mover> LateStarters(FieldEvidence evidence, Mover mover)
    {
        var race = mover.Race;
        if (!evidence.Guns.TryGetValue((race.Race.RaceId, mover.Own), out var gun) || !evidence.Guns.TryGetValue((race.Race.RaceId, mover.Ran), out var earlier) || earlier >= gun)
        {
            return [];
        }

        var end = gun + StartDetector.Windows(race, StartDetector.GunsOf(evidence, race))[mover.Own];
        var starters = Enumerable.Range(0, race.RunnerCount).Where(number => StartDetector.WaveOf(race, number) == mover.Ran && race.StartOf(number) is not null).ToList();
        var late = starters.Where(number => race.StartOf(number)!.Value.Micros is var start && start >= gun && start <= end).ToList();
        return late.Count * 100 > Math.Max(100, starters.Count * RarePercent)
            ? []
            : [.. late.Select(number => new Mover(new FieldRunner(race, number), mover.Own, null))];
    }

    private static Anomaly Swapped(Mover one, Mover other)
    {
        string[] entries = [.. new[] { one.Entry.EntryId, other.Entry.EntryId }.Order(StringComparer.Ordinal)];
        Mover[] both = [.. new[] { one, other }.OrderBy(mover => mover.Entry.Bib, BibComparer.Instance)];
        return new Anomaly(
            AnomalyIds.Of(AnomalyKind.SwappedBibs, entries),
            AnomalyKind.SwappedBibs,
            EntryLinks.AreLinked(one.Entry, other.Entry) ? AnomalySeverity.Severe : AnomalySeverity.Warning,
            one.Race.Race.RaceId,
            [.. both.Select(mover => mover.Entry.Bib)],
            $"Bib {both[0].Entry.Bib} of wave '{both[0].Own}' started with wave '{both[0].Ran}', and bib {both[1].Entry.Bib} of wave '{both[1].Own}' with wave '{both[1].Ran}': they may have worn each other's bib.")
        {
            Evidence = [.. both.SelectMany(mover => mover.Evidence.Take(Anomaly.MaxEvidence / 2))],
            Suggestions = [new Suggestion(both[0].Entry.EnteredRaceId, both[0].Entry.Bib, new BibSwap(both[1].Entry.Bib), "Each takes the chips of the other."), .. both.SelectMany(mover => mover.Anomaly?.Suggestions ?? [])],
        };
    }

    /// <summary>A runner who started with another wave.</summary>
    /// <param name="Runner">Who.</param>
    /// <param name="Ran">The wave started with.</param>
    /// <param name="Anomaly">That says so; null: late, which is nothing alone.</param>
    private sealed record Mover(FieldRunner Runner, string Ran, Anomaly? Anomaly)
    {
        public RaceStandings Race => Runner.Race;

        public Entry Entry => Runner.Entry;

        public string Own => StartDetector.WaveOf(Runner.Race, Runner.Number);

        public IReadOnlyList<AnomalyReading> Evidence => Anomaly?.Evidence ?? [new AnomalyReading("", Entry.Bib, "", Race.GunOf(Runner.Number), $"gun of wave '{Own}'"), Runner.Crossing(0)];

        public bool Mirrors(Mover other) => Race == other.Race && Own == other.Ran && Ran == other.Own;
    }
}
