using System.Net.Mime;
using RaceSystem.Timing.EdgeAgent.Decoders;

namespace RaceSystem.Timing.EdgeAgent.Status;

/// <summary>The page, the same as JSON and for Prometheus, and where decoders post to.</summary>
internal static class StatusEndpoints
{
    private const long MaxWebhookBytes = 4 << 20;

    internal static void MapStatus(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", (StatusBoard board) => TypedResults.Content(StatusPage.Of(board.Current(), board.DeadLetters), MediaTypeNames.Text.Html + "; charset=utf-8"));
        endpoints.MapGet("/metrics.json", (StatusBoard board) => board.Current());
        endpoints.MapGet("/metrics", (StatusBoard board) => TypedResults.Content(PrometheusText.Of(board.Current(), board.JournalLatency), "text/plain; version=0.0.4; charset=utf-8"));
        endpoints.MapPost("/decoders/{decoderId}", TakePostAsync);
    }

    private static async Task<IResult> TakePostAsync(string decoderId, HttpContext context, DecoderHost decoders)
    {
        if (decoders.Find(decoderId) is not { } runner)
        {
            return TypedResults.NotFound($"There is no decoder '{decoderId}' in the settings of this agent.");
        }

        if (context.Request.ContentLength > MaxWebhookBytes)
        {
            return TypedResults.Content($"At most {MaxWebhookBytes} bytes a post.", MediaTypeNames.Text.Plain, statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        var answer = await runner.HandleWebhookAsync(context.Request.Body, context.Connection.RemoteIpAddress, context.RequestAborted);
        return TypedResults.Content(answer.Text, MediaTypeNames.Text.Plain, statusCode: answer.StatusCode);
    }
}
