using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using RaceSystem.Dashboard.Service.Desk;
using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Kernel;
using RaceSystem.Results.V1;
using Fields = RaceSystem.Dashboard.Service.Decisions.DecisionStateFields;

namespace RaceSystem.Dashboard.Service.Decisions;

/// <summary>The forms on a decision's page. A refusal shows the page again with what was filled in and what is wrong.</summary>
public sealed class DecisionStateForms(ResultsService.ResultsServiceClient results, AdjudicationDirectory adjudications, DeskLookup desk)
{
    private const int MaxFormBytes = 32 * 1_024;

    /// <summary>What a form asks of a decision.</summary>
    public sealed record Asked(DeskMeet Meet, string Race, string Id, PostedForm Form, HttpContext Http)
    {
        /// <summary>Address of the decision's page.</summary>
        public string Path => DecisionText.PathOf(Meet.Id, Race, Id);

        /// <summary>What was filled in, for the preview's hidden fields.</summary>
        public IReadOnlyList<(string Name, string Value)> Hidden => [.. Fields.Names.Select(name => (name, Form[name])).Where(pair => pair.Item2.Length > 0)];

        /// <summary>Remembers who acted and leads back.</summary>
        public IResult Done(string what, string who)
        {
            OperatorName.Remember(Http.Response, who);
            return PostedForm.SeeOther(Http.Response, $"{Path}?done={what}");
        }
    }

    /// <summary>Reads a form, does what it asks, and shows the page again where that is refused.</summary>
    public async Task<IResult> HandleAsync(HttpContext http, Func<Asked, CancellationToken, Task<IResult>> handle)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(handle);
        var (meet, race, id) = (Route(http, "meet"), Route(http, "race"), Route(http, "id"));
        var known = await desk.FindAsync(http, meet, http.RequestAborted);
        var form = await PostedForm.ReadAsync(http, meet, MaxFormBytes, http.RequestAborted);
        if (form.IsRefused)
        {
            return form.Refusal;
        }

        try
        {
            return await handle(new Asked(known, known.Race(race).RaceId, id, form, http), http.RequestAborted);
        }
        catch (RefusalException refusal)
        {
            var adjudication = await adjudications.FindAsync(meet, race, id, http.RequestAborted);
            var fields = new DecisionFields(Fields.Names.Select(name => KeyValuePair.Create(name, form[name])));
            return DecisionStateEndpoints.Page(
                known, adjudication, OperatorName.Of(http.Request), "", fields, FormErrors.Of(refusal, path => path[(path.LastIndexOf('.') + 1)..]), DecisionEndpoints.StatusOf(refusal));
        }
    }

    /// <summary>Shows what a revocation would change.</summary>
    public async Task<IResult> PreviewRevocationAsync(Asked asked, CancellationToken cancellationToken)
    {
        var request = Revocation(asked);
        request.Preview = true;
        var answer = await ServiceCall.AskAsync("results", options => results.RevokeAdjudicationAsync(request, options), cancellationToken);
        return Preview(asked, answer.Adjudication, answer.Effect, "What the revocation changes", "Revoke the decision", $"{asked.Path}/revocation", [("Revoked by", request.RevokedBy), ("Why revoked", request.Note)]);
    }

    /// <summary>Revokes.</summary>
    public async Task<IResult> RevokeAsync(Asked asked, CancellationToken cancellationToken)
    {
        var request = Revocation(asked);
        request.RequestId = RequestIds.Require(asked.Form);
        await ServiceCall.AskAsync("results", options => results.RevokeAdjudicationAsync(request, options), cancellationToken);
        return asked.Done("revoked", request.RevokedBy);
    }

    /// <summary>Lodges an appeal; it changes no result.</summary>
    public async Task<IResult> LodgeAsync(Asked asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var request = new LodgeAppealRequest
        {
            MeetId = asked.Meet.Id, RaceId = asked.Race, AdjudicationId = asked.Id, LodgedBy = asked.Form[Fields.LodgedBy], Grounds = asked.Form[Fields.Grounds], Deadline = Deadline(asked), RequestId = RequestIds.Require(asked.Form),
        };
        await ServiceCall.AskAsync("results", options => results.LodgeAppealAsync(request, options), cancellationToken);
        return PostedForm.SeeOther(asked.Http.Response, $"{asked.Path}?done=lodged");
    }

    /// <summary>Shows what deciding the appeal would change.</summary>
    public async Task<IResult> PreviewAppealAsync(Asked asked, CancellationToken cancellationToken)
    {
        var request = AppealDecision(asked);
        request.Preview = true;
        var answer = await ServiceCall.AskAsync("results", options => results.DecideAppealAsync(request, options), cancellationToken);
        return Preview(
            asked, answer.Adjudication, answer.Effect, "What deciding the appeal changes", "Decide the appeal", $"{asked.Path}/appeal/decision",
            [("Appeal", $"{asked.Form[Fields.Outcome]} by {request.DecidedBy}"), ("Why so", request.DecisionNote)]);
    }

    /// <summary>Decides the appeal.</summary>
    public async Task<IResult> DecideAppealAsync(Asked asked, CancellationToken cancellationToken)
    {
        var request = AppealDecision(asked);
        request.RequestId = RequestIds.Require(asked.Form);
        await ServiceCall.AskAsync("results", options => results.DecideAppealAsync(request, options), cancellationToken);
        return asked.Done("decided", request.DecidedBy);
    }

    private static RevokeAdjudicationRequest Revocation(Asked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return new RevokeAdjudicationRequest { MeetId = asked.Meet.Id, RaceId = asked.Race, AdjudicationId = asked.Id, RevokedBy = asked.Form[Fields.RevokedBy], Note = asked.Form[Fields.Note] };
    }

    private static DecideAppealRequest AppealDecision(Asked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return new DecideAppealRequest
        {
            MeetId = asked.Meet.Id,
            RaceId = asked.Race,
            AdjudicationId = asked.Id,
            Outcome = asked.Form[Fields.Outcome] switch
            {
                "upheld" => AppealState.Upheld,
                "rejected" => AppealState.Rejected,
                "withdrawn" => AppealState.Withdrawn,
                _ => throw RefusalException.Invalid("APPEAL_INVALID", Fields.Outcome, "Choose what became of the appeal."),
            },
            DecidedBy = asked.Form[Fields.DecidedBy],
            DecisionNote = asked.Form[Fields.DecisionNote],
        };
    }

    private static Timestamp? Deadline(Asked asked) => asked.Form[Fields.Deadline] is not { Length: > 0 } text
        ? null
        : TimeEntry.ParseMoment(text, asked.Meet.Clock.Local(asked.Meet.Now).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), asked.Meet.Clock)
            ?? throw RefusalException.Invalid("APPEAL_INVALID", Fields.Deadline, "Write day and time at the venue, for example 2025-04-07 18:00:00; without a day it is today.");

    private static RazorComponentResult<PreviewPage> Preview(
        Asked asked, Adjudication adjudication, AdjudicationEffect effect, string title, string button, string action, IReadOnlyList<(string, string)> facts) => new(new Dictionary<string, object?>
        {
            [nameof(PreviewPage.Meet)] = asked.Meet,
            [nameof(PreviewPage.Adjudication)] = adjudication,
            [nameof(PreviewPage.Effect)] = effect,
            [nameof(PreviewPage.Title)] = title,
            [nameof(PreviewPage.Button)] = button,
            [nameof(PreviewPage.Action)] = action,
            [nameof(PreviewPage.BackPath)] = asked.Path,
            [nameof(PreviewPage.Facts)] = facts,
            [nameof(PreviewPage.Hidden)] = asked.Hidden,
        });

    private static string Route(HttpContext http, string name) => http.Request.RouteValues[name] as string ?? "";
}
