using System.Security.Cryptography;
using System.Text;
using Google.Protobuf.Collections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Hosting;

namespace RaceSystem.Timing.Service.Decoders;

/// <summary>
/// The HTTP endpoints that decoders post their reads to; the answer is the ack, after the commit. With the settings
/// <c>user</c> and <c>password</c> a post needs them as basic authentication.
/// </summary>
internal static class DecoderWebhooks
{
    internal static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(DecoderSpec.WebhookPath("{meetId}", "{decoderId}"), HandleAsync).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(string meetId, string decoderId, HttpContext context, RunningDecoders decoders)
    {
        if (decoders.Find(meetId, decoderId) is not { Protocol.Transport: DecoderTransport.Webhook } decoder)
        {
            return TypedResults.Text($"No decoder '{decoderId}' of meet '{meetId}' takes posts here: apply it with the protocol of a webhook.", statusCode: StatusCodes.Status404NotFound);
        }

        if (!IsAllowed(decoder.Spec.Decoder.Settings, context.Request.Headers.Authorization.ToString()))
        {
            return TypedResults.Unauthorized();
        }

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, decoder.Stopping);
        using var body = await ReadAsync(context.Request.Body, stopping.Token);
        if (body is null)
        {
            return TypedResults.Text($"A post has at most {Limits.WebhookBytes} bytes: send several.", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            var answer = await decoder.Runner.HandleWebhookAsync(body, context.Connection.RemoteIpAddress, stopping.Token);
            return TypedResults.Text(answer.Text, statusCode: answer.StatusCode);
        }
        catch (OperationCanceledException) when (decoder.Stopping.IsCancellationRequested)
        {
            return TypedResults.Text("The decoder's settings have changed: send it again.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>The whole body; null when it is too long. Kestrel bounds how slowly it may come.</summary>
    private static async Task<MemoryStream?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var whole = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int count; (count = await body.ReadAsync(part, cancellationToken)) > 0;)
        {
            if (whole.Length + count > Limits.WebhookBytes)
            {
                return null;
            }

            whole.Write(part, 0, count);
        }

        whole.Position = 0;
        return whole;
    }

    private static bool IsAllowed(MapField<string, string> settings, string authorization)
    {
        if (!settings.TryGetValue("user", out var user))
        {
            return true;
        }

        settings.TryGetValue(DecoderStates.Password, out var password);
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(authorization));
    }
}
