using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Dashboard.Service.Teams;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Leaders;

/// <summary>Words the leaders of a race.</summary>
/// <param name="race">As registered; null while Registration is away: ids stand in for names.</param>
/// <param name="splitNames">display_name by split_id.</param>
/// <param name="split">split_id where everybody is compared; empty: each runner where measured last.</param>
public sealed class LeaderGroups(Race? race, IReadOnlyDictionary<string, string> splitNames, string split)
{
    /// <summary>Nations on the page; all of them are in the nation table.</summary>
    public const int MaxNations = 60;

    private const string NotNamed = "—";

    /// <summary>All groups in the order of the page.</summary>
    public IReadOnlyList<LeaderGroup> Of(GetLiveRaceResponse live) =>
    [
        .. live.Groups.Where(group => group.Kind is LiveGroupKind.Race or LiveGroupKind.Sex).Select(group => Ranked(group, LeaderSections.Overall, group.Kind == LiveGroupKind.Race ? "Overall" : Labels.Group(group.Sex))),
        .. Moves(live),
        .. live.ProjectedTeams.Where(table => table.Teams.Count > 0).Select(Projected),
        .. live.Groups.Where(group => group.Kind == LiveGroupKind.Division).Select(group => Ranked(group, LeaderSections.Divisions, Labels.Division(DivisionOf(group.Key), group.Key, group.Sex))),
        .. Nations([.. live.Groups.Where(group => group.Kind == LiveGroupKind.Nation && group.Leaders.Count > 0)]),
    ];

    private LeaderGroup Ranked(LiveGroup group, string section, string title) => new(
        $"{section}-{group.Key}-{(int)group.Sex}", section, title, group.RankedCount == 1 ? "1 ranked" : $"{Labels.Count(group.RankedCount)} ranked",
        [.. group.Leaders.Select(leader => Row(leader, leader.Standing.EntryId, leader.Place))]);

    private IEnumerable<LeaderGroup> Moves(GetLiveRaceResponse live)
    {
        var lists = new[] { ("gained", "Moving up", live.Gained), ("lost", "Falling back", live.Lost) };
        return lists.Where(list => list.Item3.Count > 0).Select(list => new LeaderGroup(
            list.Item1, LeaderSections.Moves, list.Item2, "among those measured at both splits", [.. list.Item3.Select(mover => Row(mover, mover.Standing.EntryId, mover.Place))]));
    }

    private LeaderGroup Projected(ProjectedTeams table)
    {
        var rule = race?.Teams.FirstOrDefault(known => known.TeamRuleId == table.TeamRuleId);
        return new LeaderGroup(
            $"teams-{table.TeamRuleId}", LeaderSections.Teams, table.DisplayName.Length > 0 ? table.DisplayName : table.TeamRuleId, table.Teams.Any(TeamWords.IsExpected) ? "as expected, with those on the course" : "as they stand",
            [.. table.Teams.Select(team => Team(team, rule))]);
    }

    private static LeaderRow Team(TeamStanding team, TeamRule? rule)
    {
        var score = TeamWords.Score(team, rule);
        var row = new LeaderRow($"{team.Name}/{team.Number}", Labels.Place(team.Place), "", TeamWords.Name(team), "", TeamWords.Waiting(team, rule), score, "");
        return TeamWords.IsExpected(team) ? row with { Time = "", Expected = score, Gap = "expected" } : row;
    }

    // One line a nation: who leads it, and where that is in the whole field.
    private IEnumerable<LeaderGroup> Nations(IReadOnlyList<LiveGroup> groups)
    {
        if (groups.Count > 0)
        {
            yield return new LeaderGroup(
                "nations", LeaderSections.Nations, "First of each nation", groups.Count > MaxNations ? $"{MaxNations} of {Labels.Count(groups.Count)} nations" : "place overall",
                [.. groups.Take(MaxNations).Select(group => Nation(group, group.Leaders[0]))]);
        }
    }

    private LeaderRow Nation(LiveGroup group, LiveRunner leader)
    {
        var row = Row(leader, group.Key, leader.Standing.Places?.Overall ?? 0) with { Nation = group.Key, Gap = group.RankedCount == 1 ? "" : $"first of {Labels.Count(group.RankedCount)}" };

        // An anonymous runner counts for the nation and is not named with it.
        return leader.Standing.Country.Length > 0 ? row : row with { Bib = "", Name = NotNamed, Place = NotNamed, Time = "", At = "", Up = "", Down = "", Moved = "" };
    }

    private LeaderRow Row(LiveRunner runner, string id, int place)
    {
        var moves = Presentation.Moves.Of(runner.HasPlacesGained ? runner.PlacesGained : null);
        var standing = runner.Standing;
        return new LeaderRow(
            id, Labels.Place(place), standing.Bib, Labels.Name(standing.DisplayName, standing.Bib), standing.Country,
            split.Length == 0 ? splitNames.GetValueOrDefault(runner.SplitId, runner.SplitId) : "",
            RaceTime.Show(standing.OfficialTime, standing.Resolution), RaceTime.Gap(runner.GapToLeader, standing.Resolution))
        {
            Up = moves.Up,
            Down = moves.Down,
            Moved = moves.Words,
        };
    }

    private Division? DivisionOf(string id) => race?.Divisions.FirstOrDefault(division => division.DivisionId == id);
}
