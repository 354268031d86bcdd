using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Dashboard.Service.Problems;
using RaceSystem.Dashboard.Service.Races;
using RaceSystem.Dashboard.Service.Upstream;

namespace RaceSystem.Dashboard.Service.Nations;

/// <summary>The countries of a race.</summary>
public static class NationEndpoints
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder pages) => pages.MapPage("/meets/{meet}/races/{race}/nations", ShowAsync);

    private static async Task<IResult> ShowAsync(string meet, string race, int? from, RaceLookup lookup, RaceLists lists, CancellationToken cancellationToken)
    {
        var model = await lookup.FindAsync(meet, race, cancellationToken);
        var table = await lists.GetNationsAsync(meet, race, cancellationToken);
        return new RazorComponentResult<NationsPage>(new Dictionary<string, object?>
        {
            [nameof(NationsPage.Model)] = model,
            [nameof(NationsPage.Nations)] = table.Nations,
            [nameof(NationsPage.From)] = Math.Clamp(from ?? 0, 0, Math.Max(0, table.Nations.Count - 1)),
        });
    }
}
