using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.GetMeetProgress;

/// <summary>How far the served standings go, and how the races stand.</summary>
internal sealed class GetMeetProgressHandler(KnownMeets meets)
{
    public async Task<GetMeetProgressResponse> HandleAsync(GetMeetProgressRequest request, CancellationToken cancellationToken)
    {
        var standings = (await meets.RequireAsync(request.MeetId, cancellationToken)).Standings;
        var meet = standings.Meet!;
        var response = new GetMeetProgressResponse
        {
            MeetId = request.MeetId,
            DisplayName = meet.DisplayName,
            TimeZone = meet.TimeZone,
            RaceDay = meet.RaceDay,
            RegistrationSequence = standings.Sequences.Registration,
            TimingSequence = standings.Sequences.Timing,
            ResultsSequence = standings.Sequences.Results,
        };
        response.Races.AddRange(standings.Races.Select(ProgressOf));
        return response;
    }

    private static RaceProgress ProgressOf(RaceStandings race)
    {
        var progress = new RaceProgress
        {
            RaceId = race.Race.RaceId,
            DisplayName = race.Race.DisplayName,
            EntryCount = race.RunnerCount,
            StartedCount = race.Counts.Started,
            OnCourseCount = race.Counts.OnCourse,
            FinishedCount = race.Counts.Finished,
            OutCount = race.Counts.Out,
            FirstGunStartTime = race.FirstGun?.ToTimestamp(),
            Rules = RuleRows.Of(race.Race),
        };
        progress.DivisionIds.AddRange(race.Race.Divisions.Select(division => division.DivisionId));
        progress.Splits.AddRange(race.Visits.Select((visit, index) => new SplitSummary
        {
            SplitId = race.Race.Visits[index].SplitId,
            DisplayName = race.Race.Visits[index].DisplayName,
            DistanceM = race.Race.Visits[index].DistanceM,
            PassedCount = visit.MeasuredCount,
        }));
        return progress;
    }
}
