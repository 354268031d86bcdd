using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Ranking;

/// <summary>
/// Moves one runner inside an order of unique places: only the runners between the old and the new position are touched,
/// and each of them goes up or down by one in the groups it shares with the moved one.
/// </summary>
internal static class SingleMove
{
    /// <summary>Brings one changed runner to where it belongs, in the order or out of it, and puts all places right.</summary>
    /// <param name="order">The order; room for everyone.</param>
    /// <param name="ranked">Runners in it.</param>
    /// <param name="places">Places of all runners.</param>
    /// <param name="groups">Groups of all runners.</param>
    /// <param name="runner">Who changed.</param>
    /// <param name="times">Times of all runners.</param>
    /// <param name="crossings">Crossings of all runners.</param>
    /// <returns>Runners in the order now.</returns>
    public static int Apply(int[] order, int ranked, Places[] places, RankGroups groups, int runner, long[] times, long[] crossings)
    {
        // Places are unique, so the overall place tells the position, where everyone has one.
        var from = groups.HasSeparate ? order.AsSpan(0, ranked).IndexOf(runner) : places[runner].Overall - 1;
        var ranks = times[runner] != Moment.None;
        if (from < 0 && !ranks)
        {
            return ranked;
        }

        var to = ranks ? Find(order.AsSpan(0, ranked), from, runner, times, crossings) : ranked - 1;
        if (from < 0)
        {
            from = ranked++;
            order[from] = runner;
        }

        Move(order.AsSpan(0, ranked), places, groups.Of, from, to);
        if (!ranks)
        {
            ranked--;
            places[runner] = default;
        }

        return ranked;
    }

    /// <summary>Position of a runner among the others, by time, crossing and number.</summary>
    /// <param name="order">The order, with the runner at <paramref name="from"/>.</param>
    /// <param name="from">Where the runner is left out; -1: it is not in the order.</param>
    /// <param name="runner">The runner.</param>
    /// <param name="times">Times of all runners.</param>
    /// <param name="crossings">Crossings of all runners.</param>
    private static int Find(ReadOnlySpan<int> order, int from, int runner, long[] times, long[] crossings)
    {
        int low = 0, high = from < 0 ? order.Length : order.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var other = order[from >= 0 && middle >= from ? middle + 1 : middle];
            if (TimeSort.Compare(other, runner, times, crossings) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Moves the runner at one position to another and puts all places right.</summary>
    private static void Move(Span<int> order, Places[] places, RunnerGroups[] groups, int from, int to)
    {
        var runner = order[from];
        var own = groups[runner];
        var step = to > from ? -1 : 1;
        for (var position = from; position != to; position -= step)
        {
            var other = order[position - step];
            order[position] = other;
            ref var place = ref places[other];
            place = new Places(
                place.Overall + (own.IsSeparate || groups[other].IsSeparate ? 0 : step),
                place.BySex + (own.Sex > 0 && groups[other].Sex == own.Sex ? step : 0),
                place.ByDivision + (own.Division > 0 && groups[other].Division == own.Division ? step : 0));
        }

        order[to] = runner;
        places[runner] = new Places(Overall(order[..to], places, groups, own), BySex(order[..to], places, groups, own.Sex), ByDivision(order[..to], places, groups, own.Division));
    }

    private static int Overall(ReadOnlySpan<int> before, Places[] places, RunnerGroups[] groups, RunnerGroups own)
    {
        for (var i = before.Length - 1; i >= 0 && !own.IsSeparate; i--)
        {
            if (!groups[before[i]].IsSeparate)
            {
                return places[before[i]].Overall + 1;
            }
        }

        return own.IsSeparate ? 0 : 1;
    }

    private static int BySex(ReadOnlySpan<int> before, Places[] places, RunnerGroups[] groups, int sex)
    {
        for (var i = before.Length - 1; i >= 0 && sex > 0; i--)
        {
            if (groups[before[i]].Sex == sex)
            {
                return places[before[i]].BySex + 1;
            }
        }

        return sex > 0 ? 1 : 0;
    }

    private static int ByDivision(ReadOnlySpan<int> before, Places[] places, RunnerGroups[] groups, int division)
    {
        for (var i = before.Length - 1; i >= 0 && division > 0; i--)
        {
            if (groups[before[i]].Division == division)
            {
                return places[before[i]].ByDivision + 1;
            }
        }

        return division > 0 ? 1 : 0;
    }
}
