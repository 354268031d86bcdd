using RaceSystem.Client;
using RaceSystem.Racectl.Calls;
using RaceSystem.Registration.V1;

namespace RaceSystem.Racectl.Entries;

/// <summary>Streams entries to Registration in chunks.</summary>
internal sealed class EntryImporter(RaceSystemClient client, PatientCalls calls)
{
    /// <summary>Rows of one message; Registration takes no more.</summary>
    private const int ChunkRows = 2000;

    /// <summary>The header says what to do; it gets a request id, so that a repeated attempt is harmless.</summary>
    public async Task<ImportEntriesResponse> ImportAsync(ImportHeader header, IEnumerable<ImportRow> rows, Action<long> progress, CancellationToken cancellationToken)
    {
        header.RequestId = Guid.NewGuid().ToString("N");
        return await calls.RunAsync(async options =>
        {
            using var call = client.Registration.ImportEntries(options);
            await call.RequestStream.WriteAsync(new ImportEntriesRequest { Header = header }, options.CancellationToken).ConfigureAwait(false);
            foreach (var chunk in rows.Chunk(ChunkRows))
            {
                var message = new ImportChunk();
                message.Rows.AddRange(chunk);
                await call.RequestStream.WriteAsync(new ImportEntriesRequest { Chunk = message }, options.CancellationToken).ConfigureAwait(false);
                progress(chunk.Length);
            }

            await call.RequestStream.CompleteAsync().ConfigureAwait(false);
            return await call.ResponseAsync.ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }

    public static IEnumerable<Problem> Problems(ImportEntriesResponse response) =>
        response.Problems.Select(problem => new Problem(problem.Line, problem.Field, problem.Reason.Length > 0 ? $"{problem.Reason}: {problem.Message}" : problem.Message));
}
