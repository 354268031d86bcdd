using RaceSystem.Kernel;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.Dashboard.Service.Upstream;

/// <summary>What pages ask Registration and Results once a page, kept for a moment.</summary>
public sealed class MeetDirectory(
    RegistrationService.RegistrationServiceClient registration, TimingService.TimingServiceClient timing, ResultsService.ResultsServiceClient results, TimeProvider time)
{
    /// <summary>Most meets that the home page lists.</summary>
    public const int MaxMeets = 1_000;

    private readonly RecentAnswers<string, IReadOnlyList<Meet>> _lists = new(TimeSpan.FromSeconds(2), 1, time);
    private readonly RecentAnswers<string, Meet> _meets = new(TimeSpan.FromSeconds(5), 1_000, time);
    private readonly RecentAnswers<(string Meet, string Bib), ParticipantResult> _runners = new(TimeSpan.FromSeconds(1), 20_000, time);
    private readonly RecentAnswers<string, ListTimingPointsResponse> _points = new(TimeSpan.FromSeconds(30), 1_000, time);
    private readonly RecentAnswers<(string Meet, string Race, string Bib), ListPredictionsResponse> _predictions = new(TimeSpan.FromSeconds(5), 20_000, time);

    /// <summary>All meets, the newest first.</summary>
    public Task<IReadOnlyList<Meet>> ListMeetsAsync(CancellationToken cancellationToken) => _lists.GetAsync("", async _ =>
    {
        var answer = await ServiceCall.AskAsync("registration", options => registration.ListMeetsAsync(new ListMeetsRequest { PageSize = MaxMeets }, options), CancellationToken.None);
        return [.. answer.Meets.OrderByDescending(meet => meet.RaceDay, StringComparer.Ordinal).ThenBy(meet => meet.DisplayName, StringComparer.Ordinal)];
    }, cancellationToken);

    /// <summary>The meet as registered.</summary>
    public Task<Meet> GetMeetAsync(string meetId, CancellationToken cancellationToken) => _meets.GetAsync(meetId, async id =>
    {
        var answer = await ServiceCall.AskAsync("registration", options => registration.GetMeetAsync(new GetMeetRequest { MeetId = id }, options), CancellationToken.None);
        return answer.Meet;
    }, cancellationToken);

    /// <summary>The meet as registered, or null when Registration is away: for pages that can do without.</summary>
    public async Task<Meet?> FindMeetAsync(string meetId, CancellationToken cancellationToken)
    {
        try
        {
            return await GetMeetAsync(meetId, cancellationToken);
        }
        catch (RefusalException)
        {
            return null; // ids stand in for the names
        }
    }

    /// <summary>Names of the meet's timing points, or none when Timing is away: for pages that can do without.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FindPointNamesAsync(string meetId, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _points.GetAsync(
                meetId,
                id => ServiceCall.AskAsync("timing", options => timing.ListTimingPointsAsync(new ListTimingPointsRequest { MeetId = id }, options), CancellationToken.None),
                cancellationToken);
            return answer.TimingPoints.Where(point => point.DisplayName.Length > 0)
                .DistinctBy(point => point.TimingPointId).ToDictionary(point => point.TimingPointId, point => point.DisplayName, StringComparer.Ordinal);
        }
        catch (RefusalException)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal); // ids stand in for the names
        }
    }

    /// <summary>One runner in full.</summary>
    public Task<ParticipantResult> GetRunnerAsync(string meetId, string bib, CancellationToken cancellationToken) => _runners.GetAsync((meetId, bib), async key =>
    {
        var request = new GetParticipantResultRequest { MeetId = key.Meet, Bib = key.Bib };
        var answer = await ServiceCall.AskAsync("results", options => results.GetParticipantResultAsync(request, options), CancellationToken.None);
        return answer.Result;
    }, cancellationToken);

    /// <summary>When a runner on the course is expected, or null: nobody can tell, and the page can do without.</summary>
    public async Task<RunnerPrediction?> FindPredictionAsync(string meetId, string raceId, string bib, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _predictions.GetAsync((meetId, raceId, bib), key =>
            {
                var request = new ListPredictionsRequest { MeetId = key.Meet, RaceId = key.Race, Bib = key.Bib };
                return ServiceCall.AskAsync("results", options => results.ListPredictionsAsync(request, options), CancellationToken.None);
            }, cancellationToken);
            return answer.Predictions.FirstOrDefault();
        }
        catch (RefusalException)
        {
            return null; // the splits are there all the same
        }
    }
}
