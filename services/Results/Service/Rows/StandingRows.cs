using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Plausibility;
using RaceSystem.Results.Core.Points;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Finishes;
using RaceSystem.Results.Service.Adjudications;
using RaceSystem.Results.V1;
using Places = RaceSystem.Results.Core.Ranking.Places;

namespace RaceSystem.Results.Service.Rows;

/// <summary>Standings as the contract shows them: times rounded up to the race's resolution (World Athletics TR 19).</summary>
internal static class StandingRows
{
    /// <summary>A runner's line at a visit, or at none.</summary>
    public static Standing Of(RaceStandings race, int runner, int visit, Places places)
    {
        var entry = race.EntryOf(runner).AsShown();
        var row = new Standing
        {
            EntryId = entry.EntryId,
            Bib = entry.Bib,
            DisplayName = entry.DisplayName,
            Sex = SexOf(entry.Sex),
            Age = entry.Age,
            Country = entry.Country,
            Club = entry.Club,
            DivisionId = race.DivisionOf(runner)?.DivisionId ?? "",
            Status = StatusOf(race.StatusOf(runner)),
            Places = Of(places),
            Resolution = race.Race.Resolution == TimeResolution.Tenth ? Registration.V1.TimeResolution.Tenth : Registration.V1.TimeResolution.Unspecified,
        };
        if (race.LastVisitOf(runner) is var last and >= 0)
        {
            row.LastSplitId = race.Race.Visits[last].SplitId;
        }

        row.Decisions.AddRange(race.AdjudicationsOf(runner).Select(AppliedDecisions.Of));

        // A disqualified runner has no time; the crossings of the line stay facts of the splits.
        if (visit >= 0 && race.StatusOf(runner) != Core.Scoring.ResultStatus.Dsq)
        {
            row.OfficialTime = Shown(race, race.OfficialTimeOf(runner, visit));
            row.GunTime = Shown(race, race.GunTimeOf(runner, visit));
            row.NetTime = Shown(race, race.NetTimeOf(runner, visit));
        }

        return row;
    }

    /// <summary>A runner in full.</summary>
    public static ParticipantResult ResultOf(RaceStandings race, int runner)
    {
        var finish = race.Visits.Count - 1;
        var result = new ParticipantResult
        {
            Standing = Of(race, runner, finish, finish >= 0 ? race.Visits[finish].PlacesOf(runner) : default),
            RaceId = race.Race.RaceId,
            GunStartTime = race.GunOf(runner)?.ToTimestamp(),
            StartTime = race.StartOf(runner)?.ToTimestamp(),
        };
        for (var visit = 0; visit < race.Visits.Count; visit++)
        {
            result.Splits.Add(SplitOf(race, runner, visit));
        }

        result.AgeGrade = FinishRows.AgeGradeOf(race, runner);
        if (RacePoints.Of(race, runner) is { } points)
        {
            result.WorldAthleticsPoints = points;
        }

        result.RelayLegs.AddRange(FinishRows.LegsOf(race, runner));

        return result;
    }

    /// <summary>A moment on the wire.</summary>
    public static Timestamp ToTimestamp(this Instant instant) => Timestamp.FromDateTimeOffset(instant.ToDateTimeOffset());

    private static SplitResult SplitOf(RaceStandings race, int runner, int visit)
    {
        var course = race.Race.Visits[visit];
        var split = new SplitResult { SplitId = course.SplitId, DisplayName = course.DisplayName, DistanceM = course.DistanceM };
        if (race.Visits[visit].CrossingOf(runner) is { } crossing)
        {
            split.Measured = true;
            split.PassingTime = crossing.ToTimestamp();
            split.OfficialTime = Shown(race, race.OfficialTimeOf(runner, visit));
            split.GunTime = Shown(race, race.GunTimeOf(runner, visit));
            split.NetTime = Shown(race, race.NetTimeOf(runner, visit));
            split.Places = Of(race.Visits[visit].PlacesOf(runner));
        }
        else if (RacePlausibility.Of(race).SplitOf(runner, visit) is { } inferred)
        {
            var time = InferredTime.Of(race, runner, visit, inferred, race.OfficialTimeOf);
            split.Inferred = new V1.InferredSplit
            {
                PassingTime = inferred.Time.ToTimestamp(),
                PassingTimeLow = inferred.Low.ToTimestamp(),
                PassingTimeHigh = inferred.High.ToTimestamp(),
                OfficialTime = Shown(race, time?.Time),
                OfficialTimeLow = Shown(race, time?.Low),
                OfficialTimeHigh = Shown(race, time?.High),
            };
        }

        return split;
    }

    /// <summary>A time as the race shows it; null: none.</summary>
    public static Duration? Shown(RaceStandings race, Elapsed? time)
    {
        if (time is not { } exact)
        {
            return null;
        }

        var (seconds, micros) = Math.DivRem(race.Race.Resolution.Shown(exact).Micros, Instant.MicrosPerSecond);
        return new Duration { Seconds = seconds, Nanos = (int)micros * 1_000 };
    }

    public static V1.Places Of(Places places) => new() { Overall = places.Overall, BySex = places.BySex, ByDivision = places.ByDivision };

    /// <summary>Sex on the wire.</summary>
    public static Registration.V1.Sex SexOf(Core.Races.Sex sex) => sex switch
    {
        Core.Races.Sex.Male => Registration.V1.Sex.Male,
        Core.Races.Sex.Female => Registration.V1.Sex.Female,
        Core.Races.Sex.NonBinary => Registration.V1.Sex.NonBinary,
        _ => Registration.V1.Sex.Unspecified,
    };

    public static ResultStatus StatusOf(Core.Scoring.ResultStatus status) => status switch
    {
        Core.Scoring.ResultStatus.Registered => ResultStatus.Registered,
        Core.Scoring.ResultStatus.OnCourse => ResultStatus.OnCourse,
        Core.Scoring.ResultStatus.Finished => ResultStatus.Finished,
        Core.Scoring.ResultStatus.Dns => ResultStatus.Dns,
        Core.Scoring.ResultStatus.Dnf => ResultStatus.Dnf,
        Core.Scoring.ResultStatus.Dsq => ResultStatus.Dsq,
        Core.Scoring.ResultStatus.OverTimeLimit => ResultStatus.OverTimeLimit,
        Core.Scoring.ResultStatus.NotClassified => ResultStatus.NotClassified,
        _ => ResultStatus.Unspecified,
    };
}
