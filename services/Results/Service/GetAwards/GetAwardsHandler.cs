using RaceSystem.Kernel;
using RaceSystem.Results.Core.Awards;
using RaceSystem.Results.Core.Records;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.GetAwards;

/// <summary>Winners of a race's awards, and its records.</summary>
internal sealed class GetAwardsHandler(KnownMeets meets)
{
    /// <summary>Winners in one answer; more do not fit a message that every client takes.</summary>
    private const int MaxWinners = 10_000;

    public async Task<GetAwardsResponse> HandleAsync(GetAwardsRequest request, CancellationToken cancellationToken)
    {
        var (meet, race) = await meets.RequireRaceAsync(request.MeetId, request.RaceId, cancellationToken);
        var lists = ListsOf(race, request.AwardId);
        var response = new GetAwardsResponse { OnCourseCount = race.Counts.OnCourse, SnapshotVersion = meet.Standings.Version };
        response.Awards.AddRange(lists.Select(list => AwardMessages.Of(race, list)));
        if (request.AwardId.Length == 0)
        {
            response.Records.AddRange(RaceRecords.Of(race).Outcomes.Select(outcome => AwardMessages.Of(race, outcome)));
        }

        return response;
    }

    private static List<Core.Awards.AwardList> ListsOf(RaceStandings race, string awardId)
    {
        if (awardId.Length > 0 && !race.Race.Awards.Any(rule => string.Equals(rule.AwardId, awardId, StringComparison.Ordinal)))
        {
            throw RefusalException.NotFound("AWARD_UNKNOWN", $"There is no award '{awardId}' in race '{race.Race.RaceId}'.");
        }

        var lists = RaceAwards.Of(race).Lists.Where(list => awardId.Length == 0 || string.Equals(list.Rule.AwardId, awardId, StringComparison.Ordinal)).ToList();
        return lists.Sum(list => list.Winners.Count + list.PassedOver.Count) <= MaxWinners
            ? lists
            : throw new RefusalException(RefusalKind.ResourceExhausted, "AWARDS_TOO_MANY", $"More than {MaxWinners} runners are on these lists: name an award_id, or award fewer places.");
    }
}
