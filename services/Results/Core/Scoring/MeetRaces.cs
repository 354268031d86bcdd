using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Scoring;

/// <summary>The races of a meet by id, each with the state of its scoring.</summary>
internal sealed class MeetRaces
{
    private readonly Dictionary<string, RaceScoring> _races = new(StringComparer.Ordinal);

    /// <summary>Some standings are behind the records.</summary>
    public bool IsDirty => _races.Values.Any(race => race.IsDirty);

    /// <summary>The same races over other inputs.</summary>
    public MeetRaces Fork(MeetInputs inputs)
    {
        var fork = new MeetRaces();
        foreach (var (raceId, race) in _races)
        {
            fork._races.Add(raceId, race.Fork(inputs));
        }

        return fork;
    }

    /// <summary>A race, or null.</summary>
    public RaceScoring? Find(string raceId) => _races.GetValueOrDefault(raceId);

    public void Set(RaceScoring race) => _races[race.Race.RaceId] = race;

    public void Clear() => _races.Clear();

    /// <summary>Marks every runner.</summary>
    public void MarkAll()
    {
        foreach (var race in _races.Values)
        {
            race.MarkAll();
        }
    }

    /// <summary>Marks the runners who wear a bib, in every race.</summary>
    public void MarkBib(string bib)
    {
        foreach (var race in _races.Values)
        {
            if (!race.NeedsRoster)
            {
                race.MarkBib(bib);
            }
        }
    }

    /// <summary>Decisions changed.</summary>
    public void RequireRulings()
    {
        foreach (var race in _races.Values)
        {
            race.RequireRulings();
        }
    }

    /// <summary>Scores what is marked; races whose runners changed get them anew.</summary>
    public void Rescore(MeetEntries entries, ScoringTools tools)
    {
        foreach (var (raceId, race) in _races)
        {
            if (race.NeedsRoster)
            {
                entries.Place(raceId, race);
            }

            if (race.IsDirty)
            {
                race.Rescore(tools);
            }
        }
    }

    /// <summary>The races as last scored: in the meet's order, then those it does not list by id.</summary>
    public IEnumerable<RaceStandings> Snapshots(IReadOnlyList<string> order) =>
        order.Distinct(StringComparer.Ordinal).Where(_races.ContainsKey)
            .Concat(_races.Keys.Except(order, StringComparer.Ordinal).Order(StringComparer.Ordinal))
            .Select(raceId => _races[raceId].Snapshot());
}
