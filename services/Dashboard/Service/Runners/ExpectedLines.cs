using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Runners;

/// <summary>When a runner on the course is expected, worded as it is shown.</summary>
/// <param name="Where">Name of the split.</param>
/// <param name="When">Time of day at the venue, with its bounds.</param>
/// <param name="Time">The race time expected there, with its bounds; empty when there is nothing to count from.</param>
/// <param name="Overdue">The runner should have come long ago.</param>
public sealed record ExpectedLine(string Where, string When, string Time, bool Overdue);

/// <summary>Words predictions.</summary>
public static class ExpectedLines
{
    /// <summary>The next split and the finish; the finish alone where no split is left.</summary>
    public static IReadOnlyList<ExpectedLine> Of(RunnerPrediction? prediction, ParticipantResult runner, MeetClock clock)
    {
        ArgumentNullException.ThrowIfNull(runner);
        VisitPrediction?[] visits = [prediction?.Next, prediction?.Finish];
        return
        [
            .. visits.OfType<VisitPrediction>().DistinctBy(visit => visit.SplitId).Select(visit => new ExpectedLine(
                runner.Splits.FirstOrDefault(split => split.SplitId == visit.SplitId)?.DisplayName is { Length: > 0 } name ? name : visit.SplitId,
                $"{clock.Time(visit.ExpectedTime)} ({clock.Time(visit.LowTime)} to {clock.Time(visit.HighTime)})",
                visit.OfficialTime is null ? "" : $"{Show(visit.OfficialTime)} ({Show(visit.LowOfficialTime)} to {Show(visit.HighOfficialTime)})",
                visit.Overdue)),
        ];

        string Show(Google.Protobuf.WellKnownTypes.Duration time) => RaceTime.Show(time, runner.Standing.Resolution);
    }
}
