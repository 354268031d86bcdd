using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Dashboard.Service.Anomalies;
using RaceSystem.Dashboard.Service.Desk;
using RaceSystem.Dashboard.Service.Problems;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Decisions;

/// <summary>
/// The list of decisions, and the way to a new one: a form, a preview that shows what it changes, and the button that records it.
/// </summary>
public static class DecisionEndpoints
{
    /// <summary>A finish order names up to 5,000 runners.</summary>
    private const int MaxFormBytes = 256 * 1_024;

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage("/meets/{meet}/decisions", ListAsync);
        pages.MapPage("/meets/{meet}/decisions/new", NewAsync);
        pages.MapPost("/meets/{meet}/decisions/edit", EditAsync);
        pages.MapPost("/meets/{meet}/decisions/preview", PreviewAsync);
        pages.MapPost("/meets/{meet}/decisions", RecordAsync);
    }

    private static async Task<IResult> ListAsync(
        string meet, string? race, string? bib, string? show, string? id, string? page, HttpContext http, DeskLookup desk, AdjudicationDirectory adjudications, CancellationToken cancellationToken)
    {
        var known = await desk.FindAsync(http, meet, cancellationToken);
        var number = string.IsNullOrWhiteSpace(bib) ? "" : PageQuery.RequireBib(bib);
        var request = new ListAdjudicationsRequest { MeetId = meet, RaceId = race is { Length: > 0 } ? known.Race(race).RaceId : "", Bib = number, StandingOnly = show == "standing", OpenAppealsOnly = show == "appeals" };
        var found = await adjudications.ListAsync(request, cancellationToken);
        var wanted = found.Where(adjudication => string.IsNullOrEmpty(id) || adjudication.AdjudicationId == id);
        return new RazorComponentResult<DecisionsPage>(new Dictionary<string, object?>
        {
            [nameof(DecisionsPage.Meet)] = known,

            // Appeals come by deadline, which is what counts; of the rest the newest counts.
            [nameof(DecisionsPage.Adjudications)] = (show == "appeals" ? wanted : wanted.Reverse()).ToList(),
            [nameof(DecisionsPage.Race)] = request.RaceId,
            [nameof(DecisionsPage.Bib)] = number,
            [nameof(DecisionsPage.Show)] = show is "standing" or "appeals" ? show : "",
            [nameof(DecisionsPage.Number)] = int.TryParse(page, out var asked) ? asked : 1,
        });
    }

    private static async Task<IResult> NewAsync(
        string meet, string? kind, string? bib, string? race, string? anomaly, string? suggestion, HttpContext http, DeskLookup desk, MeetDirectory directory, AnomalyDirectory anomalies, CancellationToken cancellationToken)
    {
        var known = await desk.FindAsync(http, meet, cancellationToken);
        var found = anomaly is { Length: > 0 } ? await anomalies.FindAsync(meet, anomaly, cancellationToken) : null;
        var fields = found is not null && int.TryParse(suggestion, out var index) && index >= 0 && index < found.Suggestions.Count
            ? DecisionReader.Write(found.Suggestions[index], known)
            : new DecisionFields(
            [
                new(DecisionFields.Kind, kind ?? (found is null ? "" : "dismiss")),
                new(DecisionFields.Bib, bib ?? ""),
                new(DecisionFields.Race, race is { Length: > 0 } ? race : found is null || kind == "chip" ? "" : AnomalyText.RaceToDecideIn(found, known)),
                new(DecisionFields.Anomaly, anomaly ?? ""),
                .. kind == "chip" && found is { Kind: AnomalyKind.UnknownChip, Evidence: [var read, ..] } ? ChipOf(read) : [],
            ]);
        return await FormAsync(known, fields.With(DecisionFields.By, OperatorName.Of(http.Request)), found, FormErrors.None, StatusCodes.Status200OK, directory, cancellationToken);
    }

    private static KeyValuePair<string, string>[] ChipOf(AnomalyReading read) => [new(DecisionFields.Chip, read.Chip), new(DecisionFields.Counts, "yes")];

    private static Task<IResult> EditAsync(string meet, HttpContext http, DeskLookup desk, MeetDirectory directory, CancellationToken cancellationToken) =>
        HandleAsync(meet, http, desk, directory, (known, _, fields) => FormAsync(known, fields, null, FormErrors.None, StatusCodes.Status200OK, directory, cancellationToken), cancellationToken);

    private static Task<IResult> PreviewAsync(
        string meet, HttpContext http, DeskLookup desk, MeetDirectory directory, ResultsService.ResultsServiceClient results, CancellationToken cancellationToken) =>
        HandleAsync(meet, http, desk, directory, async (known, _, fields) =>
        {
            var request = new RecordAdjudicationRequest { MeetId = meet, Adjudication = DecisionReader.Read(fields, known), Preview = true };
            var answer = await ServiceCall.AskAsync("results", options => results.RecordAdjudicationAsync(request, options), cancellationToken);
            return new RazorComponentResult<PreviewPage>(new Dictionary<string, object?>
            {
                [nameof(PreviewPage.Meet)] = known,
                [nameof(PreviewPage.Adjudication)] = answer.Adjudication,
                [nameof(PreviewPage.Effect)] = answer.Effect,
                [nameof(PreviewPage.Title)] = "What this decision changes",
                [nameof(PreviewPage.Button)] = "Record this decision",
                [nameof(PreviewPage.Action)] = $"{known.Path}/decisions",
                [nameof(PreviewPage.BackAction)] = $"{known.Path}/decisions/edit",
                [nameof(PreviewPage.Hidden)] = fields.Filled.ToList(),
            });
        }, cancellationToken);

    private static Task<IResult> RecordAsync(
        string meet, HttpContext http, DeskLookup desk, MeetDirectory directory, ResultsService.ResultsServiceClient results, CancellationToken cancellationToken) =>
        HandleAsync(meet, http, desk, directory, async (known, form, fields) =>
        {
            var request = new RecordAdjudicationRequest { MeetId = meet, Adjudication = DecisionReader.Read(fields, known), RequestId = RequestIds.Require(form) };
            var answer = await ServiceCall.AskAsync("results", options => results.RecordAdjudicationAsync(request, options), cancellationToken);
            OperatorName.Remember(http.Response, request.Adjudication.DecidedBy);
            return PostedForm.SeeOther(http.Response, $"{DecisionText.PathOf(meet, answer.Adjudication.RaceId, answer.Adjudication.AdjudicationId)}?done=recorded");
        }, cancellationToken);

    /// <summary>Reads a form, does what it asks, and shows it again where that is refused.</summary>
    private static async Task<IResult> HandleAsync(
        string meet, HttpContext http, DeskLookup desk, MeetDirectory directory, Func<DeskMeet, PostedForm, DecisionFields, Task<IResult>> handle, CancellationToken cancellationToken)
    {
        var known = await desk.FindAsync(http, meet, cancellationToken);
        var form = await PostedForm.ReadAsync(http, meet, MaxFormBytes, cancellationToken);
        if (form.IsRefused)
        {
            return form.Refusal;
        }

        var fields = DecisionFields.Read(form);
        try
        {
            return await handle(known, form, fields);
        }
        catch (RefusalException refusal)
        {
            return await FormAsync(known, fields, null, FormErrors.Of(refusal, DecisionFields.NameOf), StatusOf(refusal), directory, cancellationToken);
        }
    }

    /// <summary>The form, with the runner whom it names so far: a wrong bib is seen before anything is previewed.</summary>
    private static async Task<IResult> FormAsync(
        DeskMeet meet, DecisionFields fields, Anomaly? anomaly, FormErrors errors, int status, MeetDirectory directory, CancellationToken cancellationToken)
    {
        ParticipantResult? runner = null;
        if (Bib.TryParse(fields[DecisionFields.Bib], out var bib))
        {
            try
            {
                runner = await directory.GetRunnerAsync(meet.Id, bib.Text, cancellationToken);
            }
            catch (RefusalException refusal) when (refusal.Kind == RefusalKind.NotFound && errors.Message.Length == 0)
            {
                errors = FormErrors.Of(new RefusalException(refusal.Kind, refusal.Reason, refusal.Message, [new FieldViolation(DecisionFields.Bib, refusal.Message)]), DecisionFields.NameOf);
            }
            catch (RefusalException)
            {
                runner = null; // what is wrong is said already, or Results is away, which the preview will say
            }
        }

        return new RazorComponentResult<DecisionFormPage>(new Dictionary<string, object?>
        {
            [nameof(DecisionFormPage.Meet)] = meet,
            [nameof(DecisionFormPage.Fields)] = fields,
            [nameof(DecisionFormPage.Runner)] = runner,
            [nameof(DecisionFormPage.Anomaly)] = anomaly,
            [nameof(DecisionFormPage.Errors)] = errors,
        })
        { StatusCode = status };
    }

    /// <summary>HTTP status of a page that shows a form again.</summary>
    internal static int StatusOf(RefusalException refusal) => refusal.Kind switch
    {
        RefusalKind.AlreadyExists => StatusCodes.Status409Conflict,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };
}
