using System.Text;
using Grpc.Core;
using RaceSystem.Client;
using RaceSystem.Racectl.Calls;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.ExportResults;

/// <summary>Fetches a file of results; it is there whole or not at all.</summary>
internal sealed class ExportDownload(RaceSystemClient client, PatientCalls calls)
{
    /// <summary>Into a file, by way of one beside it.</summary>
    public async Task<ExportHeader> ToFileAsync(ExportResultsRequest request, string path, CancellationToken cancellationToken)
    {
        var temporary = path + ".part";
        try
        {
            var header = await calls.RunAsync(
                async options =>
                {
                    var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
                    await using (file.ConfigureAwait(false))
                    {
                        return await ReadAsync(request, file, options).ConfigureAwait(false);
                    }
                },
                cancellationToken).ConfigureAwait(false);
            File.Move(temporary, path, overwrite: true);
            return header;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be written: {exception.Message}");
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Into text.</summary>
    public async Task<ExportHeader> ToTextAsync(ExportResultsRequest request, TextWriter output, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var header = await calls.RunAsync(
            options =>
            {
                content.SetLength(0);
                return ReadAsync(request, content, options);
            },
            cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length)).ConfigureAwait(false);
        return header;
    }

    private async Task<ExportHeader> ReadAsync(ExportResultsRequest request, Stream to, CallOptions options)
    {
        using var call = client.Results.ExportResults(request, options);
        ExportHeader? header = null;
        await foreach (var message in call.ResponseStream.ReadAllAsync(options.CancellationToken).ConfigureAwait(false))
        {
            header ??= message.Header;
            if (message.MessageCase == ExportResultsResponse.MessageOneofCase.Chunk)
            {
                await to.WriteAsync(message.Chunk.Memory, options.CancellationToken).ConfigureAwait(false);
            }
        }

        return header ?? throw new InputException("Results sent no header of the export.");
    }
}
