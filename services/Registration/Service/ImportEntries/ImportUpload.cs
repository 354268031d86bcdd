using Grpc.Core;
using RaceSystem.Kernel;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.ImportEntries;
using RaceSystem.Registration.Service.Wire;

namespace RaceSystem.Registration.Service.ImportEntries;

/// <summary>What a client streamed: the header and every row; a draft of null is a row without an entry.</summary>
internal sealed record ImportUpload(V1.ImportHeader Header, IReadOnlyList<(int Line, EntryDraft? Draft)> Rows)
{
    /// <summary>Reads the stream to its end.</summary>
    /// <param name="stream">First a header, then chunks.</param>
    /// <param name="accept">Looks at the header before the rows are read, so that a vain import ends early.</param>
    /// <param name="ids">Makes ids for rows without one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<ImportUpload> ReadAsync(IAsyncStreamReader<V1.ImportEntriesRequest> stream, Func<V1.ImportHeader, Task> accept, EntryIds ids, CancellationToken cancellationToken)
    {
        if (!await stream.MoveNext(cancellationToken) || stream.Current.MessageCase != V1.ImportEntriesRequest.MessageOneofCase.Header)
        {
            throw RefusalException.Invalid(Reasons.ImportHeaderInvalid, "header", "has to be the first message of an import.");
        }

        var header = stream.Current.Header;
        await accept(header);
        var rows = new List<(int, EntryDraft?)>();
        while (await stream.MoveNext(cancellationToken))
        {
            if (stream.Current.MessageCase != V1.ImportEntriesRequest.MessageOneofCase.Chunk)
            {
                throw RefusalException.Invalid(Reasons.ImportHeaderInvalid, "chunk", "has to be every message after the header.");
            }

            Take(stream.Current.Chunk, rows, ids);
        }

        return new(header, rows);
    }

    private static void Take(V1.ImportChunk chunk, List<(int Line, EntryDraft? Draft)> rows, EntryIds ids)
    {
        if (chunk.Rows.Count > ImportLimits.RowsInChunk)
        {
            throw new RefusalException(RefusalKind.ResourceExhausted, Reasons.BatchTooLarge, $"A chunk holds {chunk.Rows.Count} rows; send at most {ImportLimits.RowsInChunk} at a time.");
        }

        if (rows.Count + chunk.Rows.Count > ImportLimits.Rows)
        {
            throw new RefusalException(RefusalKind.ResourceExhausted, Reasons.BatchTooLarge, $"An import holds at most {ImportLimits.Rows} rows; send the rest as another import.");
        }

        foreach (var row in chunk.Rows)
        {
            rows.Add((row.Line, row.Entry is null ? null : EntryWire.ToDraft(row.Entry, ids.Next)));
        }
    }
}
