using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Simulation.Tests.Results;

/// <summary>What the decisions of a meet mean by their words, worked out one by one for each runner, without a line of the core's.</summary>
internal sealed class DecisionOracle
{
    private readonly RandomMeet _meet;
    private readonly IReadOnlyList<Adjudication> _decisions;
    private readonly Dictionary<string, List<string>> _chips = [];
    private readonly Dictionary<string, string> _worn = [];

    public DecisionOracle(RandomMeet meet)
    {
        _meet = meet;
        _decisions = meet.Decisions!.Standing;
        foreach (var entry in meet.LatestEntries.Values)
        {
            _chips[entry.EntryId] = [.. entry.Chips];
            _worn[entry.EntryId] = entry.Bib;
        }

        SwapBibs();
        DecideChips();
    }

    /// <summary>Decisions on an entry.</summary>
    public IEnumerable<Adjudication> On(Entry registered) =>
        _decisions.Where(decision => decision.Bib.Length > 0 && !registered.Withdrawn && decision.Bib == registered.Bib && decision.RaceId == registered.RaceId);

    public IEnumerable<string> ChipsOf(Entry registered) => _chips[registered.EntryId].Order(StringComparer.Ordinal);

    public string WornBy(Entry registered) => _worn[registered.EntryId];

    public string RaceOf(Entry registered) => On(registered).Select(decision => decision.Decision).OfType<RaceMove>().LastOrDefault()?.ToRaceId ?? registered.RaceId;

    public string WaveOf(Entry registered)
    {
        var own = On(registered).ToList();
        var move = own.FindLastIndex(decision => decision.Decision is RaceMove);
        var start = own.FindLastIndex(decision => decision.Decision is StartWithWave or StartOffset or StartTime);
        return start > move && own[start].Decision is StartWithWave wave ? wave.WaveId
            : move >= 0 ? ((RaceMove)own[move].Decision).ToWaveId
            : start >= 0 && own[start].Decision is StartWithWave other ? other.WaveId
            : registered.WaveId;
    }

    /// <summary>What the runner's gun is, and whether it was decided as such.</summary>
    public (long? Time, bool IsDecided) GunOf(Entry registered)
    {
        var wave = WaveOf(registered);
        long? gun = _meet.LatestGuns.TryGetValue((RaceOf(registered), wave.Length == 0 ? "a" : wave), out var fired) ? fired.Micros : null;
        return On(registered).LastOrDefault(decision => decision.Decision is StartWithWave or StartOffset or StartTime)?.Decision switch
        {
            StartTime time => (time.Time.Micros, true),
            StartOffset offset => (gun + offset.Offset.Micros, true),
            _ => (gun, false),
        };
    }

    /// <summary>The status that people gave; none: what was measured tells.</summary>
    public ResultStatus DeclaredOf(Entry registered)
    {
        foreach (var decision in On(registered).Reverse())
        {
            switch (decision.Decision)
            {
                case Disqualification:
                    return ResultStatus.Dsq;
                case NotClassification:
                    return ResultStatus.NotClassified;
                case Reinstatement:
                    return ResultStatus.None;
            }
        }

        return _meet.LatestDeclarations.TryGetValue((RaceOf(registered), registered.Bib), out var here) && here != ResultStatus.None ? here
            : _meet.LatestDeclarations.GetValueOrDefault((registered.RaceId, registered.Bib));
    }

    /// <summary>The decided crossing of a split; null: nothing was decided.</summary>
    public (bool IsDecided, Instant? Time) CrossingOf(Entry registered, string splitId) =>
        On(registered).Select(decision => decision.Decision).OfType<CrossingOverride>().LastOrDefault(crossing => crossing.SplitId == splitId) is { } decided
            ? (true, decided.Time)
            : (false, null);

    /// <summary>What is added to the time at a visit.</summary>
    public long AddedTo(Entry registered, RaceDefinition race, int visit)
    {
        var added = 0L;
        foreach (var decision in On(registered))
        {
            var isFinish = visit == race.Visits.Count - 1;
            if (decision.Decision is Penalty penalty && isFinish)
            {
                added += penalty.Time.Micros;
            }
            else if (decision.Decision is TimeAdjustment adjustment)
            {
                var from = race.Visits.ToList().FindIndex(candidate => candidate.SplitId == adjustment.FromSplitId);
                added += isFinish || (from >= 0 && visit >= from) ? adjustment.Time.Micros : 0;
            }
        }

        return added;
    }

    /// <summary>Positions at the finish after the judges: of runners shown equal the named ones of one decision change places.</summary>
    public List<int> Judged(RaceStandings race, List<int> byTime, Func<int, long> time, out HashSet<int> apart)
    {
        apart = [];
        var order = byTime.ToList();
        (Adjudication Decision, int Rank)? NamedIn(int runner)
        {
            var bib = race.EntryOf(runner).Bib;
            var decision = bib.Length == 0 ? null : _decisions.LastOrDefault(decision => decision.RaceId == race.Race.RaceId && decision.Decision is FinishOrder order && order.Bibs.Contains(bib));
            return decision is null ? null : (decision, ((FinishOrder)decision.Decision).Bibs.ToList().IndexOf(bib));
        }

        var unit = race.Race.Resolution == TimeResolution.Tenth ? 1e5 : 1e6;
        foreach (var group in byTime.Where(runner => NamedIn(runner) is not null).GroupBy(runner => (Math.Ceiling(time(runner) / unit), NamedIn(runner)!.Value.Decision.AdjudicationId)).Where(group => group.Count() > 1))
        {
            var positions = group.Select(runner => byTime.IndexOf(runner)).Order().ToList();
            var judged = group.OrderBy(runner => NamedIn(runner)!.Value.Rank).ThenBy(runner => runner).ToList();
            for (var i = 0; i < judged.Count; i++)
            {
                order[positions[i]] = judged[i];
                apart.Add(judged[i]);
            }
        }

        return order;
    }

    private void SwapBibs()
    {
        Entry? Wearer(string bib, string? raceId) => bib.Length == 0 ? null : _meet.LatestEntries.Values
            .Where(entry => !entry.Withdrawn && entry.Bib == bib && (raceId is null || entry.RaceId == raceId)).MinBy(entry => entry.EntryId, StringComparer.Ordinal);

        var pairs = _decisions.Where(decision => decision.Decision is BibSwap)
            .Select(decision => (One: Wearer(decision.Bib, decision.RaceId), Other: Wearer(((BibSwap)decision.Decision).OtherBib, null)))
            .Where(pair => pair.One is not null && pair.Other is not null && pair.One.EntryId != pair.Other.EntryId)
            .Select(pair => (pair.One!.EntryId, pair.Other!.EntryId)).ToList();
        for (var i = 0; i < pairs.Count; i++)
        {
            var (one, other) = pairs[i];
            if (!pairs.Skip(i + 1).Any(later => later == (one, other) || later == (other, one)))
            {
                (_chips[one], _chips[other]) = (_chips[other], _chips[one]);
                (_worn[one], _worn[other]) = (_worn[other], _worn[one]);
            }
        }
    }

    private void DecideChips()
    {
        var latest = _decisions.Where(decision => decision.Decision is ChipDecision).GroupBy(decision => ((ChipDecision)decision.Decision).Chip).Select(group => group.Last());
        foreach (var decision in latest)
        {
            var (chip, counts) = (ChipDecision)decision.Decision;
            foreach (var entry in _meet.LatestEntries.Values)
            {
                var isOwn = On(entry).Contains(decision);
                if (counts || isOwn)
                {
                    _chips[entry.EntryId].RemoveAll(worn => worn == chip);
                }

                if (counts && isOwn)
                {
                    _chips[entry.EntryId].Add(chip);
                }
            }
        }
    }
}
