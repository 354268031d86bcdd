using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Dashboard.Service.Problems;
using RaceSystem.Dashboard.Service.Races;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Kernel;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Awards;

/// <summary>Who wins what, and which records fell.</summary>
public static class AwardEndpoints
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder pages) => pages.MapPage("/meets/{meet}/races/{race}/awards", ShowAsync);

    private static async Task<IResult> ShowAsync(string meet, string race, string? award, int? from, RaceLookup lookup, RaceLists lists, CancellationToken cancellationToken)
    {
        var model = await lookup.FindAsync(meet, race, cancellationToken);
        var chosen = award ?? "";
        if (chosen.Length > 0 && model.RegisteredRace?.Awards.Any(rule => rule.AwardId == chosen) == false)
        {
            throw RefusalException.NotFound("AWARD_UNKNOWN", "This race has no such award. Choose one on the race's page.");
        }

        var (answer, isTooMuch) = await AskAsync(meet, race, chosen, lists, cancellationToken);
        var shown = answer.Awards.Where(list => model.HasNonBinary || list.Sex != Sex.NonBinary || list.Winners.Count > 0).ToList();
        return new RazorComponentResult<AwardsPage>(new Dictionary<string, object?>
        {
            [nameof(AwardsPage.Model)] = model,
            [nameof(AwardsPage.Lists)] = shown,
            [nameof(AwardsPage.Records)] = answer.Records,
            [nameof(AwardsPage.IsTooMuch)] = isTooMuch,
            [nameof(AwardsPage.Chosen)] = chosen,
            [nameof(AwardsPage.From)] = Math.Clamp(from ?? 0, 0, Math.Max(0, shown.Count - 1)),
        });
    }

    // More winners than one answer holds: one award after the other then.
    private static async Task<(GetAwardsResponse Answer, bool IsTooMuch)> AskAsync(string meet, string race, string award, RaceLists lists, CancellationToken cancellationToken)
    {
        try
        {
            return (await lists.GetAwardsAsync(meet, race, award, cancellationToken), false);
        }
        catch (RefusalException refusal) when (refusal.Kind == RefusalKind.ResourceExhausted)
        {
            return (new GetAwardsResponse(), true);
        }
    }
}
