using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Dashboard.Service.Desk;
using RaceSystem.Dashboard.Service.Live;
using RaceSystem.Dashboard.Service.Problems;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Timing.V1;

namespace RaceSystem.Dashboard.Service.Control;

/// <summary>Race control's page of alarms and devices, its event stream, and the button that says an alarm was seen.</summary>
public static class ControlEndpoints
{
    private const int MaxFormBytes = 4_096;

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage("/meets/{meet}/control", ShowAsync);
        pages.MapGet("/meets/{meet}/control/live", StreamAsync);
        pages.MapPost("/meets/{meet}/control/acknowledgements", AcknowledgeAsync);
    }

    private static async Task<IResult> ShowAsync(
        string meet, HttpContext http, LiveHub<string, ControlMessage> control, MeetDirectory directory, TimeProvider time, CancellationToken cancellationToken)
    {
        PageQuery.RequireMeet(meet);
        var current = await control.CurrentAsync(meet, cancellationToken);

        // The page holds this browser's name: no proxy may give it to others.
        http.Response.Headers.CacheControl = "private, no-store";
        return new RazorComponentResult<ControlPage>(new Dictionary<string, object?>
        {
            [nameof(ControlPage.MeetId)] = meet,
            [nameof(ControlPage.Meet)] = await directory.FindMeetAsync(meet, cancellationToken),
            [nameof(ControlPage.State)] = current.State,
            [nameof(ControlPage.Who)] = OperatorName.Of(http.Request),
            [nameof(ControlPage.StaleSince)] = current.StaleSince,
            [nameof(ControlPage.Now)] = time.GetUtcNow(),
        });
    }

    private static async Task<IResult> StreamAsync(
        string meet, HttpContext http, LiveHub<string, ControlMessage> control, LiveStreams streams, CancellationToken cancellationToken)
    {
        PageQuery.RequireMeet(meet);
        await control.CurrentAsync(meet, cancellationToken);
        return streams.Open(http, viewer => control.Join(meet, viewer));
    }

    private static async Task<IResult> AcknowledgeAsync(string meet, HttpContext http, TimingService.TimingServiceClient timing, CancellationToken cancellationToken)
    {
        PageQuery.RequireMeet(meet);
        var form = await PostedForm.ReadAsync(http, meet, MaxFormBytes, cancellationToken);
        if (form.IsRefused)
        {
            return form.Refusal;
        }

        var (alarm, who) = (form["alarm"], form["who"]);
        if (who.Length is 0 or > OperatorName.MaxLength)
        {
            return PageFilter.Page(StatusCodes.Status400BadRequest, $"Please say who you are, in 1 to {OperatorName.MaxLength} characters.", meet);
        }

        await ServiceCall.AskAsync(
            "timing",
            options => timing.AcknowledgeAlarmAsync(new AcknowledgeAlarmRequest { MeetId = meet, AlarmId = alarm, AcknowledgedBy = who }, options),
            cancellationToken);
        OperatorName.Remember(http.Response, who);
        return PostedForm.SeeOther(http.Response, $"/meets/{meet}/control");
    }
}
