using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Kernel;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Runners;

/// <summary>A runner's splits with legs and paces between measured visits.</summary>
public static class SplitLines
{
    /// <summary>One line a visit, in course order. The first leg counts from the start line, or from the gun where the start was not measured.</summary>
    public static IReadOnlyList<SplitLine> Of(ParticipantResult runner, MeetClock clock)
    {
        var lines = new List<SplitLine>(runner.Splits.Count);
        var from = runner.StartTime ?? runner.GunStartTime;
        var resolution = runner.Standing?.Resolution ?? TimeResolution.Unspecified;
        var (metres, name, missed) = (0L, "", false);
        foreach (var split in runner.Splits)
        {
            var title = split.DisplayName.Length > 0 ? split.DisplayName : split.SplitId;
            if (!split.Measured)
            {
                lines.Add(new SplitLine(title, Labels.Distance(split.DistanceM), false, "", "", "", "", "", "", "", "", "", Inferred(split.Inferred, clock, resolution)));
                missed = true;
                continue;
            }

            var leg = from is null || split.PassingTime is null || split.DistanceM <= metres ? TimeSpan.Zero : split.PassingTime.ToTimeSpan(from);
            lines.Add(new SplitLine(
                title,
                Labels.Distance(split.DistanceM),
                true,
                clock.Time(split.PassingTime),
                RaceTime.Show(split.GunTime, resolution),
                RaceTime.Show(split.NetTime, resolution),
                leg > TimeSpan.Zero ? RaceTime.Show(Elapsed.From(leg).CeilingSeconds()) : "",
                RaceTime.Pace(leg, split.DistanceM - metres),
                missed && leg > TimeSpan.Zero ? (name.Length > 0 ? name : "the start") : "",
                Place(split, places => places.Overall),
                Place(split, places => places.BySex),
                Place(split, places => places.ByDivision)));
            (from, metres, name, missed) = (split.PassingTime ?? from, split.DistanceM, title, false);
        }

        return lines;
    }

    private static string Inferred(InferredSplit? split, MeetClock clock, TimeResolution resolution) => split switch
    {
        null => "",
        { OfficialTime: not null } => $"inferred {RaceTime.Show(split.OfficialTime, resolution)}, between {RaceTime.Show(split.OfficialTimeLow, resolution)} and {RaceTime.Show(split.OfficialTimeHigh, resolution)}",
        _ => $"inferred at {clock.Time(split.PassingTime)}, between {clock.Time(split.PassingTimeLow)} and {clock.Time(split.PassingTimeHigh)}",
    };

    // Who crosses the start line first means nothing.
    private static string Place(SplitResult split, Func<Places, int> place) => split.DistanceM > 0 ? Labels.Place(split.Places is null ? 0 : place(split.Places)) : "";

    private static TimeSpan ToTimeSpan(this Google.Protobuf.WellKnownTypes.Timestamp moment, Google.Protobuf.WellKnownTypes.Timestamp from) =>
        moment.ToDateTimeOffset() - from.ToDateTimeOffset();
}
