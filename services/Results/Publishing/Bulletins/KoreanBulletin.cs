using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing.Countries;
using RaceSystem.Results.Publishing.Facts;
using RaceSystem.Results.Publishing.Language;

namespace RaceSystem.Results.Publishing.Bulletins;

/// <summary>
/// The bulletin in Korean. Names are followed by 선수 and record names stand in quotation marks before a noun, so that no
/// particle has to agree with a name whose last sound is not known.
/// </summary>
internal sealed class KoreanBulletin : IBulletinTongue
{
    private static readonly KoreanWords Korean = new();

    public string Kind => "보도자료";

    public string Reservation => "이 결과는 아직 공식 결과가 아니며 변경될 수 있다.";

    public string Lead(MeetFacts meet, IReadOnlyList<RaceNews> races, int nations)
    {
        var day = ShownText.Day(meet) is { } date ? $"{Korean.DayOf(date)} 열린 " : "";
        var name = meet.DisplayName.Length > 0 ? $"‘{meet.DisplayName}’ 대회" : "대회";
        var events = races.Count > 1 ? $"{races.Count}개 종목에 " : "";
        var from = nations > 1 ? $"{Words.Number(nations)}개 국가 및 지역의 " : "";
        return $"{day}{name}에서 {events}{from}{Field(races, race => race.Counts.Started)} 출발하여 {(races.Any(race => race.IsRelay) ? Field(races, race => race.Counts.Finished) : Korean.People(races.Sum(race => race.Counts.Finished)) + "이")} 완주하였다.";
    }

    /// <summary>Runners and teams, as the subject.</summary>
    private static string Field(IReadOnlyList<RaceNews> races, Func<RaceNews, int> count)
    {
        var runners = races.Where(race => !race.IsRelay).Sum(count);
        var teams = $"{Words.Number(races.Where(race => race.IsRelay).Sum(count))}개 팀이";
        return races.All(race => race.IsRelay) && races.Count > 0 ? teams : races.Any(race => race.IsRelay) ? $"선수 {Korean.People(runners)}과 계주 {teams}" : $"선수 {Korean.People(runners)}이";
    }

    public IEnumerable<string> Story(RaceNews race)
    {
        foreach (var group in race.Leaders)
        {
            yield return Podium(race, group);
        }

        yield return string.Join(' ', race.Records.Select(outcome => Record(race, outcome)));
        yield return string.Join(' ', race.Teams.Select(Teams));
        yield return Counts(race);
        yield return Nations(race);
    }

    private static string Podium(RaceNews race, LeaderGroup group)
    {
        var rows = group.Rows;
        var winners = rows.TakeWhile(row => group.PlaceOf(row) == 1).ToArray();
        var text = $"{WhoseRace(group)}{string.Join(", ", winners.Select(Who))} {Noun(race)} {Time(rows[0].OfficialTime)}의 기록으로 {(winners.Length > 1 ? "공동 우승하였다" : "우승하였다")}.";
        var followers = rows.Skip(winners.Length).TakeWhile(row => group.PlaceOf(row) <= 3).ToArray();
        if (followers.Length == 0)
        {
            return text;
        }

        var places = followers.Select(row => $"{Who(row)} {Noun(race)} {Time(row.OfficialTime)}로 {(rows.Count(other => group.PlaceOf(other) == group.PlaceOf(row)) > 1 ? "공동 " : "")}{group.PlaceOf(row)}위");
        return $"{text} {string.Join(", ", places)}를 차지하였다.";
    }

    private static string WhoseRace(LeaderGroup group) => (group.DivisionId, group.Sex) switch
    {
        ("", Sex.Unknown) => "",
        ("", var sex) => $"{Korean.SexOf(sex)}부에서는 ",
        (var division, Sex.Unknown) => $"{division} 부문에서는 ",
        (var division, var sex) => $"{division} 부문 {Korean.SexOf(sex)}부에서는 ",
    };

    private static string Record(RaceNews race, RecordOutcome outcome)
    {
        var name = outcome.Record.DisplayName.Length > 0 ? outcome.Record.DisplayName : outcome.Record.RecordId;
        var before = string.Join(", ", new[] { Time(outcome.Record.Time), outcome.Record.Holder, outcome.Record.When }.Where(text => text.Length > 0));
        return $"{Who(outcome.Best!)} {(race.IsRelay ? "팀" : "선수")}의 기록 {Time(outcome.Best!.OfficialTime)}는 ‘{name}’ {(outcome.Breaks ? "신기록" : "타이기록")}이다(종전 {before}).";
    }

    private static string Teams(TeamNews news)
    {
        var score = news.Rule.Score == TeamScore.Places ? $"{Words.Number(news.Winners[0].Team.Points)}점" : $"합계 {Time(news.Winners[0].Team.Time)}의 기록";
        var teams = string.Join(", ", news.Winners.Select(winner => $"{TeamNames.Of(news.Rule, winner.Team, Korean)}({string.Join(", ", winner.Scorers.Select(Scorer))})"));
        return $"단체전(‘{news.Name}’)에서는 {teams} 팀이 {score}으로 {(news.Winners.Count > 1 ? "공동 우승하였다" : "우승하였다")}.";
    }

    private static string Scorer(ResultRow? row) => row is null ? "이름 비공개" : PersonName.Spoken(row.Entry) is { Length: > 0 } spoken ? spoken : $"번호 {row.Entry.Bib}";

    private static string Counts(RaceNews race)
    {
        var counts = race.Counts;
        var bySex = race.Starters.Count > 1 ? $"({string.Join(", ", race.Starters.Select(group => $"{(group.Sex == Sex.Unknown ? Korean.SexNotTold : Korean.SexOf(group.Sex))} {Korean.People(group.Starters)}"))})" : "";
        (string Label, int Count)[] others =
        [
            ("제한 시간 초과", counts.OverTimeLimit), ("순위 제외", counts.NotClassified), ("기권", counts.Dnf),
            ("실격", counts.Dsq), ("경기 중", counts.OnCourse), ("불참", counts.Dns), ("측정 없음", counts.NotSeen),
        ];
        string[] parts =
        [
            $"출발 {Number(counts.Started)}{bySex}", $"완주 {Number(counts.Finished)}",
            .. others.Where(other => other.Count > 0).Select(other => $"{other.Label} {Number(other.Count)}"),
        ];
        return string.Join(", ", parts) + ".";

        string Number(int count) => race.IsRelay ? $"{Words.Number(count)}개 팀" : Korean.People(count);
    }

    private static string Nations(RaceNews race)
    {
        if (race.Nations.Count < 2)
        {
            return "";
        }

        var named = race.Nations.Take(Bulletin.NamedNations).Select(nation => $"{NameOf(nation.Code)} {Korean.People(nation.Finishers)}");
        var others = race.Nations.Count - Bulletin.NamedNations;
        var unknown = race.WithoutNation > 0 ? $", 국가 미기재 {Korean.People(race.WithoutNation)}" : "";
        return $"국가별 완주자는 {string.Join(", ", named)}{(others > 0 ? $", 그 밖의 {others}개 국가 및 지역 {Korean.People(race.Nations.Skip(Bulletin.NamedNations).Sum(nation => nation.Finishers))}" : "")}{unknown}이다.";
    }

    /// <summary>Behind a name, as the subject.</summary>
    private static string Noun(RaceNews race) => race.IsRelay ? "팀이" : "선수가";

    private static string Who(ResultRow row)
    {
        var name = PersonName.Spoken(row.Entry) is { Length: > 0 } spoken ? spoken : $"번호 {row.Entry.Bib}";
        return row.Entry.Country.Length > 0 ? $"{name}({NameOf(row.Entry.Country)})" : name;
    }

    private static string NameOf(string code) => CountryTable.Find(code)?.Korean ?? code;

    /// <summary><c>2시간 09분 45초</c>; a tenth follows the seconds.</summary>
    private static string Time(Elapsed? time)
    {
        if (time is not { } shown)
        {
            return "";
        }

        var tenths = shown.Micros / (Instant.MicrosPerSecond / 10);
        var (seconds, tenth) = (tenths / 10, tenths % 10);
        var text = seconds >= 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}시간 {seconds / 60 % 60:00}분 {seconds % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}분 {seconds % 60:00}");
        return tenth > 0 ? string.Create(CultureInfo.InvariantCulture, $"{text}.{tenth}초") : text + "초";
    }
}
