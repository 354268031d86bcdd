using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Adjudications;

/// <summary>
/// The judges' order at the finish. Of runners whose times are shown equal those whom one decision names change places
/// among each other; everyone else stays. Immutable.
/// </summary>
internal sealed class FinishJudging
{
    private readonly Dictionary<int, (int Decision, int Rank)> _named;
    private readonly TimeResolution _resolution;

    private FinishJudging(Dictionary<int, (int Decision, int Rank)> named, TimeResolution resolution)
    {
        _named = named;
        _resolution = resolution;
    }

    /// <summary>The judging of a race; null when no decision names two of its runners.</summary>
    /// <param name="race">The race.</param>
    /// <param name="roster">Its runners.</param>
    /// <param name="orders">Finish orders in the order in which they count: the latest one on a runner does.</param>
    public static FinishJudging? Of(RaceDefinition race, Roster roster, IReadOnlyList<Adjudication> orders)
    {
        var named = new Dictionary<int, (int, int)>();
        for (var decision = 0; decision < orders.Count; decision++)
        {
            var bibs = ((FinishOrder)orders[decision].Decision).Bibs;
            for (var rank = 0; rank < bibs.Count; rank++)
            {
                foreach (var runner in roster.WearersOf(bibs[rank]))
                {
                    named[runner] = (decision, rank);
                }
            }
        }

        return named.Count < 2 ? null : new FinishJudging(named, race.Resolution);
    }

    /// <summary>Brings an order by time into the judges' order.</summary>
    /// <param name="order">Ranked runners by time; changed.</param>
    /// <param name="times">Times of all runners.</param>
    /// <returns>Runners who never share a place, because the judges told them apart.</returns>
    public HashSet<int> Apply(Span<int> order, long[] times)
    {
        var apart = new HashSet<int>();
        var positions = new List<int>();
        var shown = long.MinValue;
        for (var position = 0; position < order.Length; position++)
        {
            if (!_named.ContainsKey(order[position]))
            {
                continue;
            }

            var own = _resolution.Shown(new Elapsed(times[order[position]])).Micros;
            if (own != shown)
            {
                Permute(order, positions, apart);
                positions.Clear();
                shown = own;
            }

            positions.Add(position);
        }

        Permute(order, positions, apart);
        return apart;
    }

    private void Permute(Span<int> order, List<int> positions, HashSet<int> apart)
    {
        if (positions.Count < 2)
        {
            return;
        }

        var held = new Dictionary<int, List<int>>();
        foreach (var position in positions)
        {
            var decision = _named[order[position]].Decision;
            if (!held.TryGetValue(decision, out var list))
            {
                held[decision] = list = [];
            }

            list.Add(position);
        }

        foreach (var places in held.Values)
        {
            Arrange(order, places, apart);
        }
    }

    private void Arrange(Span<int> order, List<int> positions, HashSet<int> apart)
    {
        if (positions.Count < 2)
        {
            return;
        }

        var runners = new int[positions.Count];
        for (var i = 0; i < runners.Length; i++)
        {
            runners[i] = order[positions[i]];
        }

        // Runners with one bib, possible only while entries arrive, keep the order of their numbers.
        Array.Sort(runners, (left, right) => (_named[left].Rank, left).CompareTo((_named[right].Rank, right)));
        for (var i = 0; i < runners.Length; i++)
        {
            order[positions[i]] = runners[i];
            apart.Add(runners[i]);
        }
    }
}
