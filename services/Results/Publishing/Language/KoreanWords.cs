using System.Globalization;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Publishing.Countries;
using RaceSystem.Results.Publishing.Facts;

namespace RaceSystem.Results.Publishing.Language;

internal sealed record KoreanWords : Words
{
    public override string Tag => "ko";

    public override string Results => "경기 결과";

    public override string Unofficial => "비공식";

    public override string UnofficialResults => "비공식 결과";

    public override string Place => "순위";

    public override string Bib => "번호";

    public override string Name => "이름";

    public override string Nation => "국가";

    public override string Age => "나이";

    public override string Division => "부문";

    public override string Time => "기록";

    public override string Net => "넷타임";

    public override string Gun => "건타임";

    public override string Overall => "전체";

    public override string Remark => "비고";

    public override string Date => "일자";

    public override string Start => "출발";

    public override string Distance => "거리";

    public override string Rules => "순위 기준";

    public override string TimeLimit => "제한 시간";

    public override string Field => "참가";

    public override string Records => "기록 현황";

    public override string Standing => "종전 기록";

    public override string New => "신기록";

    public override string Equalled => "타이기록";

    public override string Stands => "유지";

    public override string Decision => "판정";

    public override string LastSplit => "최종 통과";

    public override string HaveEntered => "신청";

    public override string Starters => "출발";

    public override string Finishers => "완주";

    public override string AllPlaced => "전체";

    public override string Dnf => "기권(DNF)";

    public override string Dns => "불참(DNS)";

    public override string Dsq => "실격(DQ)";

    public override string OverTimeLimit => "제한 시간 초과";

    public override string NotClassified => "순위 제외";

    public override string NotSeen => "측정 없음";

    public override string OnCourse => "경기 중";

    public override string NoPlace => "순위 없이 완주";

    public override string SexNotTold => "성별 미기재";

    public override string Certificate => "완주증";

    public override string Splits => "구간 기록";

    public override string Verify => "스캔하여 기록을 확인하십시오";

    public override string Awards => "시상";

    public override string Award => "시상 부문";

    public override string Teams => "단체전";

    public override string Team => "팀";

    public override string Score => "점수";

    public override string NoWinner => "해당자 없음";

    public override string RelayLegs => "계주 구간 기록";

    public override string RelayRunner => "주자";

    public override string Nations => "국가별 현황";

    public override string Entered => "신청";

    public override string HaveStarted => "출발";

    public override string HaveFinished => "완주";

    public override string BestMan => "남자 최고";

    public override string BestWoman => "여자 최고";

    public override string AgeGrade => "연령환산%";

    public override string Points => "점수";

    public override string AgeGrading => "연령 환산";

    public override string Scoring => "점수";

    public override string Inferred => "~ 표시";

    public override string InferredMeans => "측정되지 않아 추정한 통과 기록(매트가 놓친 선수의 가장 가능성 높은 기록)";

    public override string PlaceColumn(int place) => $"{Number(place)}위";

    public override string WithoutNation(bool withErased) => withErased ? "미기재 또는 비공개" : "미기재";

    public override string Incomplete(int missing) => $"인원 미달({People(missing)} 부족)";

    public override string LegOf(int number, long metres) => $"제{Number(number)}구간 · {ShownText.Distance(metres)}";

    public override string TablesOf(int year) => string.Create(CultureInfo.InvariantCulture, $"WMA/USATF 도로 경기 연령 환산표 {year}년판, 정밀 기록 기준(%)");

    public override string ScoringOf(string pointsEvent) => $"세계육상연맹 채점표 2025년판, {pointsEvent}";

    public override string SexOf(Sex sex) => sex switch
    {
        Sex.Male => "남자",
        Sex.Female => "여자",
        Sex.NonBinary => "논바이너리",
        _ => "",
    };

    public override string DayOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}년 {day.Month}월 {day.Day}일");

    public override string CountryOf(Country country) => country.Korean;

    public override string Page(int page, int of) => string.Create(CultureInfo.InvariantCulture, $"{page} / {of}쪽");

    public override string StateOf(PublishedVersion version) => version.State switch
    {
        "OFFICIAL" => string.Create(CultureInfo.InvariantCulture, $"공식 결과 제{version.Version}판"),
        "AMENDED" => string.Create(CultureInfo.InvariantCulture, $"공식 결과(정정) 제{version.Version}판"),
        _ => string.Create(CultureInfo.InvariantCulture, $"잠정 결과 제{version.Version}판"),
    };

    public override string ProfileOf(RaceDefinition race) => race.Profile switch
    {
        RuleProfile.WorldAthletics => "건타임 (세계육상연맹 TR 19.24)",
        RuleProfile.Net => "넷타임 (출발선 통과 기준)",
        RuleProfile.NetWithGunFallback => "넷타임 (출발선 통과 기준, 미측정 시 건타임)",
        _ => "엘리트 부문은 건타임, 그 밖의 부문은 넷타임",
    } + (race.Resolution == TimeResolution.Tenth ? ", 0.1초 단위 올림" : ", 1초 단위 올림");

    public override string People(int count) => Number(count) + "명";

    public override string PlaceOf(int place, int among, string group) => $"{group} {Number(among)}명 중 {Number(place)}위".TrimStart();

    public override string Finished(string distance) => $"{distance} 완주";
}
