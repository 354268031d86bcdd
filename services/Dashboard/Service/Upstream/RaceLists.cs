using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Upstream;

/// <summary>Lists that follow from the finish. What everybody looks at is asked every other second at most, however many look.</summary>
public sealed class RaceLists(ResultsService.ResultsServiceClient results, TimeProvider time)
{
    private const int TeamPage = 50;
    private const int LegPage = 250;
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(2);

    private readonly RecentAnswers<(string Meet, string Race), GetNationTableResponse> _nations = new(Keep, 1_000, time);
    private readonly RecentAnswers<(string Meet, string Race, string Award), GetAwardsResponse> _awards = new(Keep, 1_000, time);
    private readonly RecentAnswers<(string Meet, string Race, string Rule), ListTeamStandingsResponse> _teams = new(Keep, 1_000, time);
    private readonly RecentAnswers<(string Meet, string Race, int Leg), ListRelayLegsResponse> _legs = new(Keep, 1_000, time);

    /// <summary>The countries of a race.</summary>
    /// <exception cref="RefusalException">Results refuses, or is away; as in all of these.</exception>
    public Task<GetNationTableResponse> GetNationsAsync(string meet, string race, CancellationToken cancellationToken) => _nations.GetAsync((meet, race), key =>
    {
        var request = new GetNationTableRequest { MeetId = key.Meet, RaceId = key.Race };
        return ServiceCall.AskAsync("results", options => results.GetNationTableAsync(request, options), CancellationToken.None);
    }, cancellationToken);

    /// <summary>The winners of an award; empty: of all of them, with the records.</summary>
    public Task<GetAwardsResponse> GetAwardsAsync(string meet, string race, string award, CancellationToken cancellationToken) => _awards.GetAsync((meet, race, award), key =>
    {
        var request = new GetAwardsRequest { MeetId = key.Meet, RaceId = key.Race, AwardId = key.Award };
        return ServiceCall.AskAsync("results", options => results.GetAwardsAsync(request, options), CancellationToken.None);
    }, cancellationToken);

    /// <summary>A page of the teams of a rule; null when its continuation is not kept any more and the list begins anew.</summary>
    public Task<ListTeamStandingsResponse?> GetTeamsAsync(string meet, string race, string rule, string after, CancellationToken cancellationToken) => PageAsync(
        after, () => _teams.GetAsync((meet, race, rule), key => AskTeamsAsync(key, "", CancellationToken.None), cancellationToken), () => AskTeamsAsync((meet, race, rule), after, cancellationToken));

    /// <summary>A page of a relay's leg; null when its continuation is not kept any more and the list begins anew.</summary>
    public Task<ListRelayLegsResponse?> GetLegAsync(string meet, string race, int leg, string after, CancellationToken cancellationToken) => PageAsync(
        after, () => _legs.GetAsync((meet, race, leg), key => AskLegAsync(key, "", CancellationToken.None), cancellationToken), () => AskLegAsync((meet, race, leg), after, cancellationToken));

    private Task<ListTeamStandingsResponse> AskTeamsAsync((string Meet, string Race, string Rule) of, string after, CancellationToken cancellationToken)
    {
        var request = new ListTeamStandingsRequest { MeetId = of.Meet, RaceId = of.Race, TeamRuleId = of.Rule, PageSize = TeamPage, PageToken = after };
        return ServiceCall.AskAsync("results", options => results.ListTeamStandingsAsync(request, options), cancellationToken);
    }

    private Task<ListRelayLegsResponse> AskLegAsync((string Meet, string Race, int Leg) of, string after, CancellationToken cancellationToken)
    {
        var request = new ListRelayLegsRequest { MeetId = of.Meet, RaceId = of.Race, Leg = of.Leg, PageSize = LegPage, PageToken = after };
        return ServiceCall.AskAsync("results", options => results.ListRelayLegsAsync(request, options), cancellationToken);
    }

    private static async Task<T?> PageAsync<T>(string after, Func<Task<T>> first, Func<Task<T>> further)
        where T : class
    {
        if (after.Length == 0)
        {
            return await first();
        }

        if (after.Length > PageQuery.MaxTokenLength)
        {
            return null;
        }

        try
        {
            return await further();
        }
        catch (RefusalException expired) when (expired.Kind is RefusalKind.FailedPrecondition or RefusalKind.NotFound)
        {
            return null; // the snapshot of the chain is gone, or the token was never one
        }
    }
}
