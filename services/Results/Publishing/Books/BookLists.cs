using RaceSystem.Kernel;
using RaceSystem.Results.Core.Awards;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Relays;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Core.Teams;
using RaceSystem.Results.Publishing.Facts;
using RaceSystem.Results.Publishing.Language;
using RaceSystem.Results.Publishing.Pdf;

namespace RaceSystem.Results.Publishing.Books;

/// <summary>What a book tells besides the field: awards, teams, the legs of a relay, countries. Lists without a line are left out.</summary>
internal sealed class BookLists(ResultSheet sheet, Words words)
{
    private const string NotNamed = "—";

    private readonly RunnerRows _rows = new(sheet);

    public static IReadOnlyList<BookList> Of(ResultSheet sheet, Words words)
    {
        var lists = new BookLists(sheet, words);
        return [.. new[] { lists.Awards() }.Concat(sheet.Teams.Select(lists.Team)).Concat(sheet.Legs.Select(lists.Leg)).Append(lists.Nations()).Where(list => list.Lines.Count > 0)];
    }

    private BookList Awards() => new(
        words.Awards,
        [new(words.Award, 0.32f), new(words.Place, 0.07f, Align.Right), new(words.Bib, 0.09f, Align.Right), new("", 0.02f), new(words.Name, 0.32f), new(words.Nation, 0.06f), new(words.Time, 0.12f, Align.Right)],
        [.. sheet.Awards.SelectMany(list => list.Winners.Count > 0 ? list.Winners.Select((winner, i) => AwardLine(list, winner, isFirst: i == 0)) : [NoWinnerLine(list)])]);

    private ListLine AwardLine(AwardList list, AwardWinner winner, bool isFirst)
    {
        var row = _rows[winner.Runner];
        return new ListLine([isFirst ? NameOf(list) : "", Words.Number(winner.Place), row.Entry.Bib, "", RowText.Name(row), RowText.Nation(row), Time(winner.Time)], row.Entry.Country) { IsHead = isFirst };
    }

    private ListLine NoWinnerLine(AwardList list) => new([NameOf(list), "", "", "", words.NoWinner, "", ""]) { IsHead = true };

    private string NameOf(AwardList list) => Joined(
        list.Rule.DisplayName.Length > 0 ? list.Rule.DisplayName : list.Rule.AwardId,
        list.DivisionId,
        words.SexOf(list.Sex),
        list.Rule.Basis switch { AwardBasis.Gun => words.Gun, AwardBasis.Net => words.Net, _ => "" });

    /// <summary>Complete teams, each with its scorers, then its displacers in brackets; then those that lack scorers.</summary>
    private BookList Team(TeamTable table) => new(
        Joined(words.Teams, table.Rule.DisplayName.Length > 0 ? table.Rule.DisplayName : table.Rule.TeamRuleId, words.SexOf(table.Rule.Sex)),
        [new(words.Place, 0.08f, Align.Right), new("", 0.02f), new(words.Team, 0.40f), new(words.Bib, 0.10f, Align.Right), new("", 0.02f), new(words.Score, 0.12f, Align.Right), new(words.Time, 0.26f, Align.Right)],
        [
            .. table.Teams.Where(team => team.Place > 0).SelectMany(team => TeamLines(table.Rule, team)),
            .. table.Teams.Where(team => team.Place == 0).Select(team => IncompleteLine(table.Rule, team)),
        ]);

    private IEnumerable<ListLine> TeamLines(TeamRule rule, TeamStanding team)
    {
        yield return new ListLine([Words.Number(team.Place), "", TeamNames.Of(rule, team, words), "", "", rule.Score == TeamScore.Places ? Words.Number(team.Points) : "", Time(team.Time)], CountryOf(rule, team)) { IsHead = true };
        foreach (var member in team.Members)
        {
            var row = _rows.Named(member.Runner);
            string Shown(string text) => member.Scores || text.Length == 0 ? text : $"({text})";
            yield return new ListLine(
                ["", "", Shown(row is null ? NotNamed : RowText.Name(row)), row?.Entry.Bib ?? "", "", rule.Score == TeamScore.Places ? Shown(Words.Number(member.Place)) : "", row is null ? "" : Shown(Time(member.Time))],
                row?.Entry.Country ?? "");
        }
    }

    private ListLine IncompleteLine(TeamRule rule, TeamStanding team) =>
        new([NotNamed, "", TeamNames.Of(rule, team, words), "", "", "", words.Incomplete(rule.Scorers - team.Members.Count)], CountryOf(rule, team));

    private static string CountryOf(TeamRule rule, TeamStanding team) => rule.Key == TeamKey.Country ? team.Name : "";

    private BookList Leg(RelayLegStandings leg) => new(
        Joined(words.RelayLegs, words.LegOf(leg.Leg.Number, leg.Leg.DistanceM)),
        [new(words.Place, 0.08f, Align.Right), new(words.Bib, 0.10f, Align.Right), new("", 0.02f), new(words.RelayRunner, 0.34f), new(words.Team, 0.30f), new(words.Time, 0.16f, Align.Right)],
        [.. leg.Times.Select(time => LegLine(leg.Leg, time))]);

    private ListLine LegLine(RelayLeg leg, RelayLegTime time)
    {
        var row = _rows[time.Team];
        return new ListLine([Words.Number(time.Place), row.Entry.Bib, "", RaceRelay.RunnerOf(row.Entry, leg)?.DisplayName is { Length: > 0 } name ? name : NotNamed, RowText.Name(row), Time(time.Time)], row.Entry.Country);
    }

    private BookList Nations()
    {
        var nations = NationLine.Of(sheet, _rows);
        return new BookList(
            words.Nations,
            [
                new(words.Nation, 0.05f), new("", 0.15f), new(words.Entered, 0.07f, Align.Right), new(words.HaveStarted, 0.07f, Align.Right), new(words.HaveFinished, 0.07f, Align.Right),
                .. Enumerable.Range(1, 3).Select(place => new ListColumn(words.PlaceColumn(place), 0.05f, Align.Right)), new("", 0.06f, Align.Right), new("", 0.01f), new(words.BestMan, 0.16f), new("", 0.06f, Align.Right), new("", 0.01f), new(words.BestWoman, 0.14f),
            ],
            nations.Any(nation => nation.Code.Length > 0) ? [.. nations.Select(NationText)] : []);
    }

    private ListLine NationText(NationLine nation)
    {
        var sum = nation.Sum;
        int[] numbers = [sum.Entered, sum.Started, sum.Finished, sum.Firsts, sum.Seconds, sum.Thirds];
        var (code, name) = nation.Code.Length > 0 ? (nation.Code, words.Nationality(nation.Code)) : (NotNamed, words.WithoutNation(sheet.Rows.Any(row => row.Entry.Visibility == Visibility.Erased)));
        return new ListLine([code, name, .. numbers.Select(number => number > 0 ? Words.Number(number) : NotNamed), .. Best(sum.BestMan, nation.BestMan), .. Best(sum.BestWoman, nation.BestWoman)], nation.Code);
    }

    /// <summary>Time and name in cells of their own: a name that is written from right to left must not take the time along.</summary>
    private string[] Best(int runner, ResultRow? named) => named is not null ? [Time(named.OfficialTime), "", RowText.Name(named)] : ["", "", runner >= 0 ? NotNamed : ""];

    private string Time(Elapsed? time) => ShownText.Time(time, sheet.Race.Resolution);

    private static string Joined(params string[] parts) => string.Join(" · ", parts.Where(part => part.Length > 0));
}
