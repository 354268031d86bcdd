using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing.Countries;
using RaceSystem.Results.Publishing.Facts;
using RaceSystem.Results.Publishing.Language;

namespace RaceSystem.Results.Publishing.Bulletins;

/// <summary>The bulletin in English.</summary>
internal sealed class EnglishBulletin : IBulletinTongue
{
    private static readonly string[] Numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly EnglishWords English = new();

    public string Kind => "Press bulletin";

    public string Reservation => "These results are not official yet and may change.";

    public string Lead(MeetFacts meet, IReadOnlyList<RaceNews> races, int nations)
    {
        var from = nations > 1 ? $" from {Spelled(nations)} countries" : "";
        var day = ShownText.Day(meet) is { } date ? $" on {English.DayOf(date)}" : "";
        var name = meet.DisplayName.Length > 0 ? $"the {meet.DisplayName}" : "the meet";
        var several = races.Count > 1 ? $" in the {Spelled(races.Count)} races of {name}" : $" in {name}";
        return $"{Field(races, race => race.Counts.Started)}{from} started{several}{day}; {Finished(races)} finished.";
    }

    private static string Field(IReadOnlyList<RaceNews> races, Func<RaceNews, int> count)
    {
        var (runners, teams) = (races.Where(race => !race.IsRelay).Sum(count), races.Where(race => race.IsRelay).Sum(count));
        return !races.Any(race => race.IsRelay) ? Count(runners, "runner", "runners")
            : races.All(race => race.IsRelay) ? Count(teams, "team", "teams")
            : $"{Count(runners, "runner", "runners")} and {Count(teams, "relay team", "relay teams")}";
    }

    private static string Finished(IReadOnlyList<RaceNews> races) =>
        races.Select(race => race.IsRelay).Distinct().Count() > 1 ? Field(races, race => race.Counts.Finished) : Words.Number(races.Sum(race => race.Counts.Finished));

    public IEnumerable<string> Story(RaceNews race)
    {
        foreach (var group in race.Leaders)
        {
            yield return Podium(race, group);
        }

        yield return string.Join(' ', race.Records.Select(outcome => Record(race, outcome)));
        yield return string.Join(' ', race.Teams.Select(news => Teams(race, news)));
        yield return Counts(race);
        yield return Nations(race);
    }

    private static string Podium(RaceNews race, LeaderGroup group)
    {
        var rows = group.Rows;
        var winners = rows.TakeWhile(row => group.PlaceOf(row) == 1).ToArray();
        var time = ShownText.Time(rows[0].OfficialTime, race.Race.Resolution);
        var whose = WhoseRace(group);
        var first = winners.Length > 1 ? $"{List([.. winners.Select(Who)])} shared the win in {whose} in {time}" : $"{Who(rows[0])} won {whose} in {time}";
        var followers = rows.Skip(winners.Length).TakeWhile(row => group.PlaceOf(row) <= 3).ToArray();
        if (followers.Length == 0)
        {
            return first + ".";
        }

        var second = followers[0];
        var gap = second.OfficialTime!.Value - rows[0].OfficialTime!.Value;
        var margin = winners.Length == 1 && gap > Elapsed.Zero ? $", {Gap(gap)} ahead of {Who(second)}" : $", with {Who(second)} {PlaceWord(group.PlaceOf(second))}";
        var secondTime = gap > Elapsed.Zero ? $" in {ShownText.Time(second.OfficialTime, race.Race.Resolution)}" : " in the same time";
        var rest = followers.Length > 1
            ? " " + List([.. followers.Skip(1).Select(row => $"{Who(row)} was {PlaceWord(group.PlaceOf(row))} in {ShownText.Time(row.OfficialTime, race.Race.Resolution)}")]) + "."
            : "";
        return first + margin + secondTime + "." + rest;
    }

    private static string WhoseRace(LeaderGroup group) => (group.DivisionId, group.Sex) switch
    {
        ("", Sex.Male) => "the men's race",
        ("", Sex.Female) => "the women's race",
        ("", Sex.NonBinary) => "the non-binary category",
        ("", _) => "the race",
        (var division, Sex.Unknown) => $"the {division} division",
        (var division, var sex) => $"the {division} division ({English.SexOf(sex).ToLowerInvariant()})",
    };

    private static string Record(RaceNews race, RecordOutcome outcome)
    {
        var name = outcome.Record.DisplayName.Length > 0 ? outcome.Record.DisplayName : outcome.Record.RecordId;
        var before = string.Join(", ", new[] { outcome.Record.Holder, outcome.Record.When }.Where(text => text.Length > 0));
        var old = ShownText.Time(outcome.Record.Time, race.Race.Resolution) + (before.Length > 0 ? $" by {before}" : "");
        return outcome.Breaks
            ? $"New record ({name}): {Who(outcome.Best!)} ran {ShownText.Time(outcome.Best!.OfficialTime, race.Race.Resolution)}; the mark was {old}."
            : $"Record equalled ({name}): {Who(outcome.Best!)} ran {ShownText.Time(outcome.Best!.OfficialTime, race.Race.Resolution)}, like {(before.Length > 0 ? before : "the standing mark")}.";
    }

    private static string Teams(RaceNews race, TeamNews news)
    {
        var score = news.Rule.Score == TeamScore.Places
            ? Count(news.Winners[0].Team.Points, "point", "points")
            : $"a total time of {ShownText.Time(news.Winners[0].Team.Time, race.Race.Resolution)}";
        var teams = List([.. news.Winners.Select(winner => $"{TeamNames.Of(news.Rule, winner.Team, English)} ({string.Join(", ", winner.Scorers.Select(Scorer))})")]);
        return $"Team competition ({news.Name}): {teams} {(news.Winners.Count > 1 ? "shared the win" : "won")} with {score}.";
    }

    private static string Scorer(ResultRow? row) => row is null ? "an unnamed runner" : PersonName.Spoken(row.Entry) is { Length: > 0 } spoken ? spoken : $"bib {row.Entry.Bib}";

    private static string Counts(RaceNews race)
    {
        var counts = race.Counts;
        var bySex = race.Starters.Count > 1 ? $" ({string.Join(", ", race.Starters.Select(group => $"{(group.Sex == Sex.Unknown ? English.SexNotTold : English.SexOf(group.Sex)).ToLowerInvariant()} {Words.Number(group.Starters)}"))})" : "";
        var parts = new List<string> { $"{(race.IsRelay ? "Teams that started" : "Starters")}: {Words.Number(counts.Started)}{bySex}", $"{(race.IsRelay ? "that finished" : "finishers")}: {Words.Number(counts.Finished)}" };
        (string Label, int Count)[] others =
        [
            ("over the time limit", counts.OverTimeLimit), ("not classified", counts.NotClassified), ("did not finish", counts.Dnf),
            ("disqualified", counts.Dsq), ("still on the course", counts.OnCourse), ("did not start", counts.Dns), ("not seen", counts.NotSeen),
        ];
        parts.AddRange(others.Where(other => other.Count > 0).Select(other => $"{other.Label}: {Words.Number(other.Count)}"));
        return string.Join("; ", parts) + ".";
    }

    private static string Nations(RaceNews race)
    {
        if (race.Nations.Count < 2)
        {
            return "";
        }

        var named = race.Nations.Take(Bulletin.NamedNations).Select(nation => $"{NameOf(nation.Code)} {Words.Number(nation.Finishers)}");
        var more = race.Nations.Count > Bulletin.NamedNations ? $" and {Spelled(race.Nations.Count - Bulletin.NamedNations)} more with {Words.Number(race.Nations.Skip(Bulletin.NamedNations).Sum(nation => nation.Finishers))}" : "";
        var unknown = race.WithoutNation > 0 ? $"; of no country that is told: {Words.Number(race.WithoutNation)}" : "";
        return $"Finishers by country: {string.Join(", ", named)}{more}{unknown}.";
    }

    private static string Who(ResultRow row)
    {
        var name = PersonName.Spoken(row.Entry) is { Length: > 0 } spoken ? spoken : $"bib {row.Entry.Bib}";
        return row.Entry.Country.Length > 0 ? $"{name} ({NameOf(row.Entry.Country)})" : name;
    }

    private static string NameOf(string code) => CountryTable.Find(code)?.English ?? code;

    private static string Gap(Elapsed gap)
    {
        var seconds = gap.CeilingSeconds();
        var parts = new List<string>();
        if (seconds / 60 > 0)
        {
            parts.Add(seconds / 60 == 1 ? "one minute" : $"{seconds / 60} minutes");
        }

        if (seconds % 60 > 0)
        {
            parts.Add(seconds % 60 == 1 ? "one second" : $"{seconds % 60} seconds");
        }

        return string.Join(" and ", parts);
    }

    private static string PlaceWord(int place) => place switch { 1 => "first", 2 => "second", 3 => "third", _ => EnglishWords.Ordinal(place) };

    private static string Count(int count, string one, string many) => $"{Words.Number(count)} {(count == 1 ? one : many)}";

    private static string Spelled(int number) => number < Numbers.Length ? Numbers[number] : Words.Number(number);

    private static string List(string[] items) => items.Length < 2 ? string.Concat(items) : $"{string.Join(", ", items[..^1])} and {items[^1]}";
}
