using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using RaceSystem.Dashboard.Service.Upstream;

namespace RaceSystem.Dashboard.Service.Publishing;

/// <summary>Hands a file on that Results streams, piece by piece; nothing of it is kept here.</summary>
public static class FileRelay
{
    /// <summary>The file, or, where Results refuses it, the page that says why.</summary>
    /// <param name="call">The stream.</param>
    /// <param name="describe">Name and content type, by the first message.</param>
    /// <param name="content">The piece that a message holds.</param>
    /// <param name="cancellationToken">Of the browser.</param>
    /// <exception cref="Kernel.RefusalException">Results refuses it, or is away.</exception>
    public static async Task<IResult> SendAsync<T>(
        AsyncServerStreamingCall<T> call, Func<T, (string Name, string ContentType)> describe, Func<T, ByteString> content, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(describe);
        try
        {
            if (!await call.ResponseStream.MoveNext(cancellationToken))
            {
                throw ServiceCall.Away("results");
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && ServiceCall.Explains(failure, "results") is { } refusal)
        {
            call.Dispose();
            throw refusal;
        }

        var (name, type) = describe(call.ResponseStream.Current);
        return TypedResults.Stream(
            async body =>
            {
                using (call)
                {
                    do
                    {
                        await body.WriteAsync(content(call.ResponseStream.Current).Memory, cancellationToken);
                    }
                    while (await call.ResponseStream.MoveNext(cancellationToken));
                }
            },
            type,
            name);
    }
}
