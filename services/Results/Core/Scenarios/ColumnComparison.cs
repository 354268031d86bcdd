using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Scenarios;

/// <summary>Compares runners of two standings column by column; columns that both share are not looked at.</summary>
internal sealed class ColumnComparison
{
    private readonly RaceStandings _before;
    private readonly RaceStandings _after;
    private readonly (VisitStandings Before, VisitStandings After, int Visit)[] _visits;
    private readonly bool _sameCourse;

    public ColumnComparison(RaceStandings before, RaceStandings after)
    {
        _before = before;
        _after = after;
        _sameCourse = before.Visits.Count == after.Visits.Count
            && before.Race.Visits.Select(visit => visit.SplitId).SequenceEqual(after.Race.Visits.Select(visit => visit.SplitId), StringComparer.Ordinal);
        _visits = _sameCourse
            ? [.. before.Visits.Select((visit, index) => (visit, after.Visits[index], index)).Where(pair => !ReferenceEquals(pair.visit, pair.Item2))]
            : [];
    }

    /// <summary>Whether anything of a runner differs: status, division, time or place at any split.</summary>
    public bool Differs(int before, int after)
    {
        if (before < 0 || after < 0 || !_sameCourse || _before.StatusOf(before) != _after.StatusOf(after))
        {
            return true;
        }

        foreach (var (was, now, visit) in _visits)
        {
            if (Differs(was, now, visit, before, after))
            {
                return true;
            }
        }

        return _before.DivisionOf(before)?.DivisionId != _after.DivisionOf(after)?.DivisionId
            || (CountsOtherwise(before, after) && UnrankedTimesDiffer(before, after));
    }

    /// <summary>Splits at which a runner's time or place differ.</summary>
    public IReadOnlyList<string> SplitsOf(int before, int after) => !_sameCourse ? [] :
    [
        .. Enumerable.Range(0, _after.Visits.Count)
            .Where(visit => Differs(_before.Visits[visit], _after.Visits[visit], visit, before, after) || TimesDiffer(visit, before, after))
            .Select(visit => _after.Race.Visits[visit].SplitId),
    ];

    /// <summary>Columns hold what ranks. The time of who is not ranked may differ with the same columns: by the gun or by decisions.</summary>
    private bool CountsOtherwise(int before, int after) =>
        _before.GunOf(before) != _after.GunOf(after) || _before.AdjudicationsOf(before).Count > 0 || _after.AdjudicationsOf(after).Count > 0;

    private bool UnrankedTimesDiffer(int before, int after)
    {
        for (var visit = 0; visit < _after.Visits.Count; visit++)
        {
            var now = _after.Visits[visit];
            if (now.RankingTimeOf(after) is null && now.CrossingOf(after) is not null && TimesDiffer(visit, before, after))
            {
                return true;
            }
        }

        return false;
    }

    private bool TimesDiffer(int visit, int before, int after) => _before.OfficialTimeOf(before, visit) != _after.OfficialTimeOf(after, visit);

    private bool Differs(VisitStandings was, VisitStandings now, int visit, int before, int after) =>
        was.RankingTimeOf(before) != now.RankingTimeOf(after)
        || was.CrossingOf(before) != now.CrossingOf(after)
        || was.PlacesOf(before) != now.PlacesOf(after)
        || (now.RankingTimeOf(after) is null && now.CrossingOf(after) is not null && TimesDiffer(visit, before, after));
}
