using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Dashboard.Service.Decisions;
using RaceSystem.Dashboard.Service.Desk;
using RaceSystem.Dashboard.Service.Problems;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Publishing;

/// <summary>What is open before a race's results are published, its versions, and the buttons that publish.</summary>
public static class PublishEndpoints
{
    private const string Path = "/meets/{meet}/races/{race}/publish";

    /// <summary>A thousand accepted items of a hundred characters.</summary>
    private const int MaxFormBytes = 128 * 1_024;
    private static readonly TimeSpan CheckDeadline = TimeSpan.FromSeconds(30), PublishDeadline = TimeSpan.FromMinutes(2);

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage(Path, ShowAsync);
        pages.MapPost(Path, PublishAsync);
        pages.MapPage(Path + "/diff", DiffAsync);
    }

    private static async Task<IResult> ShowAsync(
        string meet, string race, string? published, HttpContext http, DeskLookup desk, ResultsService.ResultsServiceClient results, CancellationToken cancellationToken)
    {
        var known = await desk.FindAsync(http, meet, cancellationToken);
        var raceId = known.Race(race).RaceId;
        var form = new PublishForm(OperatorName.Of(http.Request), "", []);
        return await PageAsync(known, raceId, form, int.TryParse(published, out var version) ? version : 0, FormErrors.None, StatusCodes.Status200OK, results, cancellationToken);
    }

    private static async Task<IResult> PublishAsync(
        string meet, string race, HttpContext http, DeskLookup desk, ResultsService.ResultsServiceClient results, CancellationToken cancellationToken)
    {
        var known = await desk.FindAsync(http, meet, cancellationToken);
        var raceId = known.Race(race).RaceId;
        var form = await PostedForm.ReadAsync(http, meet, MaxFormBytes, cancellationToken);
        if (form.IsRefused)
        {
            return form.Refusal;
        }

        var filled = new PublishForm(form["published_by"], form["reason"], form.All("accepted"));
        try
        {
            var request = new PublishClassificationRequest
            {
                MeetId = meet,
                RaceId = raceId,
                State = PublishText.StateOf(form["state"]),
                PublishedBy = filled.PublishedBy,
                Reason = filled.Reason,
                AcceptedItemIds = { filled.Accepted },
                RequestId = RequestIds.Require(form),
            };
            var answer = await ServiceCall.AskAsync("results", PublishDeadline, options => results.PublishClassificationAsync(request, options), cancellationToken);
            OperatorName.Remember(http.Response, filled.PublishedBy);
            return PostedForm.SeeOther(http.Response, FormattableString.Invariant($"{known.Path}/races/{raceId}/publish?published={answer.Classification.Version}"));
        }
        catch (RefusalException refusal)
        {
            // What blocks is in the list above the form, each with its box.
            var errors = refusal.Reason == "CHECK_OPEN" ? new FormErrors(refusal.Message, FormErrors.None.Fields) : FormErrors.Of(refusal, field => field);
            return await PageAsync(known, raceId, filled, 0, errors, DecisionEndpoints.StatusOf(refusal), results, cancellationToken);
        }
    }

    private static async Task<IResult> DiffAsync(
        string meet, string race, string? from, string? to, string? after, HttpContext http, DeskLookup desk, ResultsService.ResultsServiceClient results, CancellationToken cancellationToken)
    {
        var known = await desk.FindAsync(http, meet, cancellationToken);
        var request = new DiffClassificationsRequest
        {
            MeetId = meet,
            RaceId = known.Race(race).RaceId,
            FromVersion = int.TryParse(from, out var first) ? first : 0,
            ToVersion = int.TryParse(to, out var second) ? second : 0,
            PageSize = 200,
            PageToken = after is { Length: <= PageQuery.MaxTokenLength } ? after : "",
        };
        var versions = await VersionsAsync(meet, request.RaceId, results, cancellationToken);
        return new RazorComponentResult<DiffPage>(new Dictionary<string, object?>
        {
            [nameof(DiffPage.Meet)] = known,
            [nameof(DiffPage.RaceId)] = request.RaceId,
            [nameof(DiffPage.Versions)] = versions,
            [nameof(DiffPage.Diff)] = versions.Count < 2 ? null : await ServiceCall.AskAsync("results", CheckDeadline, options => results.DiffClassificationsAsync(request, options), cancellationToken),
        });
    }

    private static async Task<IResult> PageAsync(
        DeskMeet meet, string race, PublishForm form, int published, FormErrors errors, int status, ResultsService.ResultsServiceClient results, CancellationToken cancellationToken)
    {
        var request = new CheckClassificationRequest { MeetId = meet.Id, RaceId = race };
        return new RazorComponentResult<PublishPage>(new Dictionary<string, object?>
        {
            [nameof(PublishPage.Meet)] = meet,
            [nameof(PublishPage.RaceId)] = race,
            [nameof(PublishPage.Check)] = await ServiceCall.AskAsync("results", CheckDeadline, options => results.CheckClassificationAsync(request, options), cancellationToken),
            [nameof(PublishPage.Versions)] = await VersionsAsync(meet.Id, race, results, cancellationToken),
            [nameof(PublishPage.Form)] = form,
            [nameof(PublishPage.Published)] = published,
            [nameof(PublishPage.Errors)] = errors,
        })
        { StatusCode = status };
    }

    /// <summary>The newest first.</summary>
    private static async Task<IReadOnlyList<Classification>> VersionsAsync(string meet, string race, ResultsService.ResultsServiceClient results, CancellationToken cancellationToken)
    {
        var all = new List<Classification>();
        var request = new ListClassificationsRequest { MeetId = meet, RaceId = race, PageSize = 1_000 };
        do
        {
            var page = await ServiceCall.AskAsync("results", options => results.ListClassificationsAsync(request, options), cancellationToken);
            all.AddRange(page.Classifications);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return [.. all.OrderByDescending(version => version.Version)];
    }
}
