using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Dashboard.Service.Desk;
using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Dashboard.Service.Problems;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Decisions;

/// <summary>One decision, and what may become of it: revoked, appealed against, the appeal decided.</summary>
public static class DecisionStateEndpoints
{
    private const string Path = "/meets/{meet}/decisions/{race}/{id}";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage(Path, ShowAsync);
        pages.MapPost(Path + "/revocation/preview", (HttpContext http, DecisionStateForms forms) => forms.HandleAsync(http, forms.PreviewRevocationAsync));
        pages.MapPost(Path + "/revocation", (HttpContext http, DecisionStateForms forms) => forms.HandleAsync(http, forms.RevokeAsync));
        pages.MapPost(Path + "/appeal", (HttpContext http, DecisionStateForms forms) => forms.HandleAsync(http, forms.LodgeAsync));
        pages.MapPost(Path + "/appeal/decision/preview", (HttpContext http, DecisionStateForms forms) => forms.HandleAsync(http, forms.PreviewAppealAsync));
        pages.MapPost(Path + "/appeal/decision", (HttpContext http, DecisionStateForms forms) => forms.HandleAsync(http, forms.DecideAppealAsync));
    }

    private static async Task<IResult> ShowAsync(
        string meet, string race, string id, string? done, HttpContext http, DeskLookup desk, AdjudicationDirectory adjudications, CancellationToken cancellationToken)
    {
        var known = await desk.FindAsync(http, meet, cancellationToken);
        return Page(known, await adjudications.FindAsync(meet, known.Race(race).RaceId, id, cancellationToken), OperatorName.Of(http.Request), DoneText(done), new DecisionFields([]), FormErrors.None, StatusCodes.Status200OK);
    }

    /// <summary>The page of a decision.</summary>
    internal static RazorComponentResult<DecisionPage> Page(DeskMeet meet, Adjudication adjudication, string who, string done, DecisionFields fields, FormErrors errors, int status) =>
        new(new Dictionary<string, object?>
        {
            [nameof(DecisionPage.Meet)] = meet,
            [nameof(DecisionPage.Adjudication)] = adjudication,
            [nameof(DecisionPage.Who)] = who,
            [nameof(DecisionPage.Done)] = done,
            [nameof(DecisionPage.Fields)] = fields,
            [nameof(DecisionPage.Errors)] = errors,
        })
        { StatusCode = status };

    private static string DoneText(string? done) => done switch
    {
        "recorded" => "Recorded. The standings follow.",
        "revoked" => "Revoked. The standings follow.",
        "lodged" => "The appeal is lodged. The decision stands until it is decided.",
        "decided" => "The appeal is decided.",
        _ => "",
    };
}
