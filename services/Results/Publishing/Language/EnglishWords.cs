using System.Globalization;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Publishing.Countries;
using RaceSystem.Results.Publishing.Facts;

namespace RaceSystem.Results.Publishing.Language;

internal sealed record EnglishWords : Words
{
    public override string Tag => "en";

    public override string Results => "Results";

    public override string Unofficial => "Unofficial";

    public override string UnofficialResults => "Unofficial results";

    public override string Place => "Place";

    public override string Bib => "Bib";

    public override string Name => "Name";

    public override string Nation => "Nat";

    public override string Age => "Age";

    public override string Division => "Div";

    public override string Time => "Time";

    public override string Net => "Net";

    public override string Gun => "Gun";

    public override string Overall => "All";

    public override string Remark => "Note";

    public override string Date => "Date";

    public override string Start => "Start";

    public override string Distance => "Distance";

    public override string Rules => "Ranking";

    public override string TimeLimit => "Time limit";

    public override string Field => "Field";

    public override string Records => "Records";

    public override string Standing => "Before the race";

    public override string New => "New record";

    public override string Equalled => "Equalled";

    public override string Stands => "Stands";

    public override string Decision => "Decision";

    public override string LastSplit => "Last seen";

    public override string HaveEntered => "entered";

    public override string Starters => "starters";

    public override string Finishers => "finishers";

    public override string AllPlaced => "finishers";

    public override string Dnf => "Did not finish";

    public override string Dns => "Did not start";

    public override string Dsq => "Disqualified";

    public override string OverTimeLimit => "Over the time limit";

    public override string NotClassified => "Not classified";

    public override string NotSeen => "Not seen at any point";

    public override string OnCourse => "On the course";

    public override string NoPlace => "Finished without a place";

    public override string SexNotTold => "Sex not stated";

    public override string Certificate => "Certificate";

    public override string Splits => "Splits";

    public override string Verify => "Scan to check this result";

    public override string Awards => "Awards";

    public override string Award => "Award";

    public override string Teams => "Teams";

    public override string Team => "Team";

    public override string Score => "Points";

    public override string NoWinner => "no winner";

    public override string RelayLegs => "Relay legs";

    public override string RelayRunner => "Runner";

    public override string Nations => "Countries";

    public override string Entered => "Entered";

    public override string HaveStarted => "Started";

    public override string HaveFinished => "Finished";

    public override string BestMan => "Best man";

    public override string BestWoman => "Best woman";

    public override string AgeGrade => "AG %";

    public override string Points => "Pts";

    public override string AgeGrading => "Age grading";

    public override string Scoring => "Points";

    public override string Inferred => "Marked ~";

    public override string InferredMeans => "inferred, not measured: the most likely time at a mat that missed the runner";

    public override string PlaceColumn(int place) => Ordinal(place);

    public override string WithoutNation(bool withErased) => withErased ? "not stated, or not shown" : "not stated";

    public override string Incomplete(int missing) => $"incomplete: {Number(missing)} {(missing == 1 ? "scorer" : "scorers")} missing";

    public override string LegOf(int number, long metres) => $"Leg {Number(number)} · {ShownText.Distance(metres)}";

    public override string TablesOf(int year) => string.Create(CultureInfo.InvariantCulture, $"AG %: WMA/USATF road tables of {year}, of the exact time");

    public override string ScoringOf(string pointsEvent) => $"Pts: World Athletics scoring tables of 2025, {pointsEvent}";

    public override string SexOf(Sex sex) => sex switch
    {
        Sex.Male => "Men",
        Sex.Female => "Women",
        Sex.NonBinary => "Non-binary",
        _ => "",
    };

    public override string DayOf(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public override string CountryOf(Country country) => country.English;

    public override string Page(int page, int of) => string.Create(CultureInfo.InvariantCulture, $"Page {page} of {of}");

    public override string StateOf(PublishedVersion version) => version.State switch
    {
        "OFFICIAL" => string.Create(CultureInfo.InvariantCulture, $"Official results, version {version.Version}"),
        "AMENDED" => string.Create(CultureInfo.InvariantCulture, $"Official results, amended, version {version.Version}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"Provisional results, version {version.Version}"),
    };

    public override string ProfileOf(RaceDefinition race) => race.Profile switch
    {
        RuleProfile.WorldAthletics => "gun time (World Athletics TR 19.24)",
        RuleProfile.Net => "net time, from the start line",
        RuleProfile.NetWithGunFallback => "net time, from the start line; gun time where the start was not measured",
        _ => "gun time for the elite field, net time for all others",
    } + (race.Resolution == TimeResolution.Tenth ? "; shown to the next longer 0.1 s" : "; shown to the next longer second");

    public override string People(int count) => Number(count);

    public override string PlaceOf(int place, int among, string group) => $"{Ordinal(place)} of {Number(among)} {group}".TrimEnd();

    public override string Finished(string distance) => $"finished the {distance} in";

    internal static string Ordinal(int number) => Number(number) + (number % 100 is 11 or 12 or 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });
}
