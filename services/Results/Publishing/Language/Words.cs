using System.Globalization;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Publishing.Countries;

namespace RaceSystem.Results.Publishing.Language;

/// <summary>The words of a language that forms and tables need. Immutable.</summary>
internal abstract record Words
{
    private static readonly Words English = new EnglishWords();
    private static readonly Words Korean = new KoreanWords();

    /// <summary>For the <c>lang</c> attribute.</summary>
    public abstract string Tag { get; }

    public abstract string Results { get; }

    public abstract string Unofficial { get; }

    public abstract string UnofficialResults { get; }

    public abstract string Place { get; }

    public abstract string Bib { get; }

    public abstract string Name { get; }

    public abstract string Nation { get; }

    public abstract string Age { get; }

    public abstract string Division { get; }

    public abstract string Time { get; }

    public abstract string Net { get; }

    public abstract string Gun { get; }

    public abstract string Overall { get; }

    public abstract string Remark { get; }

    public abstract string Date { get; }

    public abstract string Start { get; }

    public abstract string Distance { get; }

    public abstract string Rules { get; }

    public abstract string TimeLimit { get; }

    public abstract string Field { get; }

    public abstract string Records { get; }

    public abstract string Standing { get; }

    public abstract string New { get; }

    public abstract string Equalled { get; }

    public abstract string Stands { get; }

    public abstract string Decision { get; }

    public abstract string LastSplit { get; }

    /// <summary>Behind a number.</summary>
    public abstract string HaveEntered { get; }

    public abstract string Starters { get; }

    public abstract string Finishers { get; }

    /// <summary>All who have a place, behind their number.</summary>
    public abstract string AllPlaced { get; }

    public abstract string Dnf { get; }

    public abstract string Dns { get; }

    public abstract string Dsq { get; }

    public abstract string OverTimeLimit { get; }

    public abstract string NotClassified { get; }

    public abstract string OnCourse { get; }

    /// <summary>Neither read anywhere nor declared.</summary>
    public abstract string NotSeen { get; }

    public abstract string NoPlace { get; }

    public abstract string SexNotTold { get; }

    public abstract string Certificate { get; }

    public abstract string Splits { get; }

    public abstract string Verify { get; }

    /// <summary>Heading of the prize lists.</summary>
    public abstract string Awards { get; }

    public abstract string Award { get; }

    public abstract string Teams { get; }

    public abstract string Team { get; }

    public abstract string Score { get; }

    /// <summary>Stands where a prize has nobody to take it.</summary>
    public abstract string NoWinner { get; }

    public abstract string RelayLegs { get; }

    public abstract string RelayRunner { get; }

    /// <summary>Heading of the table of countries.</summary>
    public abstract string Nations { get; }

    public abstract string Entered { get; }

    /// <summary>Head of a column of numbers.</summary>
    public abstract string HaveStarted { get; }

    /// <summary>Head of a column of numbers.</summary>
    public abstract string HaveFinished { get; }

    public abstract string BestMan { get; }

    public abstract string BestWoman { get; }

    /// <summary>Head of the column of age grades in per cent.</summary>
    public abstract string AgeGrade { get; }

    /// <summary>World Athletics points.</summary>
    public abstract string Points { get; }

    public abstract string AgeGrading { get; }

    public abstract string Scoring { get; }

    /// <summary>What the sign of an inferred split is.</summary>
    public abstract string Inferred { get; }

    /// <summary>Says that an inferred split was not measured.</summary>
    public abstract string InferredMeans { get; }

    /// <summary>Head of a column of those with a place.</summary>
    public abstract string PlaceColumn(int place);

    /// <summary>Line of those who named no country; with those whose country is not shown any more.</summary>
    public abstract string WithoutNation(bool withErased);

    /// <summary>Says how many scorers a team lacks.</summary>
    public abstract string Incomplete(int missing);

    public abstract string LegOf(int number, long metres);

    public abstract string TablesOf(int year);

    public abstract string ScoringOf(string pointsEvent);

    public static Words Of(ExportLanguage language) => language == ExportLanguage.Korean ? Korean : English;

    public abstract string SexOf(Sex sex);

    public abstract string DayOf(DateOnly day);

    public abstract string CountryOf(Country country);

    public abstract string Page(int page, int of);

    public abstract string StateOf(PublishedVersion version);

    public abstract string ProfileOf(RaceDefinition race);

    public abstract string People(int count);

    public abstract string PlaceOf(int place, int among, string group);

    public abstract string Finished(string distance);

    /// <summary>Name of a country; a code that no federation has stays as it is.</summary>
    public string Nationality(string code) => CountryTable.Find(code) is { } country ? CountryOf(country) : code;

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
