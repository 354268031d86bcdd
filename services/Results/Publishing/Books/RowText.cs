using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing.Countries;
using RaceSystem.Results.Publishing.Facts;
using RaceSystem.Results.Publishing.Language;

namespace RaceSystem.Results.Publishing.Books;

/// <summary>What the cells of a book say.</summary>
internal static class RowText
{
    /// <summary>Whoever is not shown by name is shown by bib.</summary>
    public static string Name(ResultRow row) => PersonName.Listed(row.Entry) is { Length: > 0 } name ? name : "—";

    public static string Nation(ResultRow row) => CountryTable.CodeOf(row.Entry.Country);

    /// <summary>Name with the nation in brackets where it is known.</summary>
    public static string NameAndNation(ResultRow row) => Nation(row) is { Length: > 0 } nation ? $"{Name(row)} ({nation})" : Name(row);

    public static string Age(ResultRow row) => Tables.FieldText.Positive(row.Entry.Age);

    /// <summary>Division with the place in it.</summary>
    public static string Division(ResultRow row) => row.Places.ByDivision > 0 ? $"{row.DivisionId} {row.Places.ByDivision}" : row.DivisionId;

    /// <summary>Records and decisions that changed the time.</summary>
    public static string Remark(ResultRow row, TimeResolution resolution)
    {
        var notes = row.Records.Select(note => note.Breaks ? "REC" : "=REC").Distinct()
            .Concat(row.Adjudications.Select(adjudication => adjudication.Decision switch
            {
                Penalty penalty => "+" + ShownText.Time(penalty.Time, resolution),
                TimeAdjustment { Time.Micros: var micros } adjustment => (micros > 0 ? "+" : "") + ShownText.Time(adjustment.Time, resolution),
                FinishOrder => "PF",
                _ => "",
            }).Where(text => text.Length > 0));
        return string.Join(' ', notes);
    }

    /// <summary>The rules by which a runner has no place. Who decided, and the note, are the organiser's.</summary>
    public static string Reason(ResultRow row) => string.Join(", ", row.Adjudications
        .Select(adjudication => (adjudication.Decision as Disqualification)?.RuleNumber ?? "")
        .Where(rule => rule.Length > 0).Distinct(StringComparer.Ordinal));

    /// <summary>The last split that was measured, with its time.</summary>
    public static string LastSplit(ResultRow row, TimeResolution resolution)
    {
        var last = row.Splits.LastOrDefault(split => split.OfficialTime is not null && split.Visit.DistanceM > 0);
        return last is null ? "" : $"{NameOf(last.Visit)} {ShownText.Time(last.OfficialTime, resolution)}";
    }

    /// <summary>A split that was missed and is told by an estimate.</summary>
    public static bool IsInferred(ResultSplit split) => split is { OfficialTime: null, Inferred.Official: not null };

    /// <summary>A split's time; one that was not measured has a tilde in front.</summary>
    public static string SplitTime(ResultSplit split, TimeResolution resolution) =>
        IsInferred(split) ? "~" + ShownText.Time(split.Inferred!.Official!.Time, resolution) : ShownText.Time(split.OfficialTime, resolution);

    public static string NameOf(CourseVisit visit) => visit.DisplayName.Length > 0 ? visit.DisplayName : visit.SplitId;

    /// <summary>What an event sheet says of a race, label and text.</summary>
    public static IEnumerable<(string Label, string Text)> FactsOf(BookRace race, MeetFacts meet, Words words)
    {
        var definition = race.Sheet.Race;
        if (ShownText.Day(meet) is { } day)
        {
            yield return (words.Date, words.DayOf(day));
        }

        if (race.Sheet.FirstGun is { } gun)
        {
            yield return (words.Start, ShownText.Moment(gun, meet));
        }

        yield return (words.Distance, ShownText.Distance(ShownText.Length(definition)));
        yield return (words.Rules, words.ProfileOf(definition));
        if (definition.TimeLimit is { } limit)
        {
            yield return (words.TimeLimit, ShownText.Time(limit, TimeResolution.Second));
        }

        yield return (words.Field, CountsOf(race.Counts, words));
        if (race.Sheet.Rows.Any(row => row.AgeGrade is not null))
        {
            yield return (words.AgeGrading, words.TablesOf(definition.AgeGradeTables));
        }

        if (race.Sheet.Rows.Any(row => row.Points is not null))
        {
            yield return (words.Scoring, words.ScoringOf(definition.PointsEvent));
        }

        // Only where one is printed: those of the start, of the finish and of who has no place are not.
        if (race.Sections.Any(section => section.Rows.Any(row => row.Row.Splits.Skip(1).SkipLast(1).Any(IsInferred))))
        {
            yield return (words.Inferred, words.InferredMeans);
        }
    }

    private static string CountsOf(FieldCounts counts, Words words)
    {
        (string Label, int Count)[] parts =
        [
            (words.HaveEntered, counts.Entered), (words.Starters, counts.Started), (words.Finishers, counts.Finished), (words.OverTimeLimit, counts.OverTimeLimit), (words.NotClassified, counts.NotClassified),
            (words.OnCourse, counts.OnCourse), (words.Dnf, counts.Dnf), (words.Dsq, counts.Dsq), (words.Dns, counts.Dns), (words.NotSeen, counts.NotSeen),
        ];
        return string.Join(", ", parts.Where((part, i) => i < 3 || part.Count > 0).Select(part => words.Tag == "ko" ? $"{part.Label} {words.People(part.Count)}" : $"{words.People(part.Count)} {Lower(part.Label)}"));
    }

    private static string Lower(string label) => char.ToLowerInvariant(label[0]) + label[1..];
}
