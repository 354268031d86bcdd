using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Dashboard.Service.Problems;
using RaceSystem.Dashboard.Service.Upstream;

namespace RaceSystem.Dashboard.Service.Home;

/// <summary>The list of meets.</summary>
public static class HomeEndpoints
{
    private const int PageSize = 30;

    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder pages) => pages.MapPage("/", async (string? page, MeetDirectory directory, CancellationToken cancellationToken) =>
    {
        var meets = await directory.ListMeetsAsync(cancellationToken);
        var count = Math.Max(1, (meets.Count + PageSize - 1) / PageSize);
        var number = int.TryParse(page, out var asked) ? Math.Clamp(asked, 1, count) : 1;
        return new RazorComponentResult<HomePage>(new Dictionary<string, object?>
        {
            [nameof(HomePage.Meets)] = meets.Skip((number - 1) * PageSize).Take(PageSize).ToList(),
            [nameof(HomePage.Page)] = number,
            [nameof(HomePage.Pages)] = count,
        });
    });
}
