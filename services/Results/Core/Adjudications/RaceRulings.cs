using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Adjudications;

/// <summary>The rulings on the runners of a race, by their number in the roster, and the judges' order of its finish. Immutable.</summary>
internal sealed class RaceRulings
{
    public static readonly RaceRulings None = new([], null);
    private readonly Dictionary<int, RunnerRuling> _ofRunner;

    private RaceRulings(Dictionary<int, RunnerRuling> ofRunner, FinishJudging? judging)
    {
        _ofRunner = ofRunner;
        Judging = judging;
    }

    /// <summary>The judges' order; null: none was decided.</summary>
    public FinishJudging? Judging { get; }

    /// <summary>The rulings of a race as its roster stands.</summary>
    public static RaceRulings Of(RaceDefinition race, Roster roster, AdjudicationIndex decisions)
    {
        if (decisions.IsEmpty)
        {
            return None;
        }

        var orders = decisions.FinishOrders[race.RaceId].ToArray();
        var named = orders.SelectMany(order => ((FinishOrder)order.Decision).Bibs.Select(bib => (bib, order))).ToLookup(pair => pair.bib, pair => pair.order, StringComparer.Ordinal);
        var bibs = decisions.OfBib.Select(group => group.Key).Concat(decisions.SwapsWith.Select(group => group.Key)).Concat(named.Select(group => group.Key));
        var rulings = new Dictionary<int, RunnerRuling>();
        foreach (var bib in bibs.Distinct(StringComparer.Ordinal))
        {
            foreach (var runner in roster.WearersOf(bib))
            {
                var home = roster.Entries[runner].EnteredRaceId;
                Adjudication[] own = [.. decisions.OfBib[bib].Where(adjudication => adjudication.RaceId == home)];
                Adjudication[] all = [.. own, .. decisions.SwapsWith[bib], .. named[bib].Distinct()];
                if (all.Length > 0)
                {
                    Array.Sort(all, Adjudication.CompareByTime);
                    rulings[runner] = new RunnerRuling(race, own, all);
                }
            }
        }

        return rulings.Count == 0 ? None : new RaceRulings(rulings, FinishJudging.Of(race, roster, orders));
    }

    /// <summary>The ruling on a runner; null for nearly everyone.</summary>
    public RunnerRuling? Of(int runner) => _ofRunner.Count == 0 ? null : _ofRunner.GetValueOrDefault(runner);

    /// <summary>Runners whose rulings are not the same in another.</summary>
    public IEnumerable<int> DifferencesFrom(RaceRulings other) =>
        _ofRunner.Keys.Union(other._ofRunner.Keys).Where(runner => !Same(Of(runner), other.Of(runner)));

    private static bool Same(RunnerRuling? left, RunnerRuling? right) =>
        left is not null && right is not null && left.Adjudications.SequenceEqual(right.Adjudications);
}
