using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Results.Core.Plausibility;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Service.Plausibility;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.ListPointHealth;

/// <summary>How the mats of a race did, minute by minute.</summary>
internal sealed class ListPointHealthHandler(PlausibilityDesk desk)
{
    private const int DefaultPageSize = 100, MaxPageSize = 1_000;

    public async Task<ListPointHealthResponse> HandleAsync(ListPointHealthRequest request, CancellationToken cancellationToken)
    {
        var pageSize = PageSize.Require(request.PageSize, DefaultPageSize, MaxPageSize);
        if (request.MinFailureProbability is not (>= 0 and <= 1))
        {
            throw RefusalException.Invalid("PROBABILITY_INVALID", "min_failure_probability", "must be 0 to 1.");
        }

        var scope = string.Create(CultureInfo.InvariantCulture, $"ListPointHealth/{request.MeetId}/{request.RaceId}/{request.SplitId}/{request.MinFailureProbability}");
        var page = await desk.PageAsync(request.MeetId, request.RaceId, scope, request.PageToken, cancellationToken);
        var race = page.Race.Race;
        var visit = race.FindVisit(request.SplitId);
        if (request.SplitId.Length > 0 && visit < 0)
        {
            throw RefusalException.NotFound("SPLIT_UNKNOWN", $"There is no split '{request.SplitId}' in race '{race.RaceId}'.");
        }

        var minutes = page.Plausibility.Minutes
            .Where(minute => (visit < 0 || minute.Visit == visit) && minute.FailureProbability >= request.MinFailureProbability)
            .ToArray();
        var response = new ListPointHealthResponse
        {
            TotalCount = minutes.Length,
            SnapshotVersion = page.Version,
            NextPageToken = page.NextToken(pageSize, minutes.Length),
        };
        response.Minutes.AddRange(minutes.Skip(page.From).Take(pageSize).Select(minute => MessageOf(race, minute)));
        return response;
    }

    private static PointMinute MessageOf(RaceDefinition race, MatMinute minute) => new()
    {
        SplitId = race.Visits[minute.Visit].SplitId,
        TimingPointId = race.Visits[minute.Visit].TimingPointId,
        MinuteTime = minute.Minute.ToTimestamp(),
        ExpectedCount = minute.Expected,
        ReadCount = minute.Read,
        FailureProbability = minute.FailureProbability,
    };
}
