using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Timing.Core.Streams;
using RaceSystem.Timing.Service.Quarantines;
using RaceSystem.Timing.Service.RawLog;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>
/// Several batches of one meet in one transaction: rows of the raw log, and reads into the state, which the writer settles
/// into the log. Every batch ends as taken, as a duplicate that is acknowledged again, or as refused; a refused one leaves
/// no trace.
/// </summary>
internal sealed class BatchCommit(IRawLog rawLog, IReadOnlyList<UploadedBatch> batches)
{
    private readonly List<RawBatch> _rows = [];
    private readonly RefusalException?[] _refusals = new RefusalException?[batches.Count];
    private readonly int[] _newReads = new int[batches.Count];
    private readonly List<UploadedBatch> _implausible = [];

    /// <summary>Reads of the batches that were taken, duplicates included.</summary>
    internal long ReadCount { get; private set; }

    internal int TakenCount => _rows.Count;

    /// <summary>Runs inside the transaction, on a state that is up to date with it.</summary>
    internal async Task RunAsync(MeetState state, ChangelogTransaction transaction, CancellationToken cancellationToken)
    {
        for (var i = 0; i < batches.Count; i++)
        {
            _refusals[i] = Take(batches[i], state, out _newReads[i]);
        }

        if (_rows.Count > 0)
        {
            await rawLog.AppendAsync(transaction.Connection, transaction.Transaction, transaction.Head.MeetId, _rows, cancellationToken);
        }

        foreach (var batch in _implausible)
        {
            foreach (var seen in batch.Implausible)
            {
                await QuarantineOpener.OpenAsync(state, transaction, batch.Header.DeviceId, seen, new Instant(batch.ReceivedMicros), cancellationToken);
            }
        }
    }

    /// <summary>Tells every stream, after the commit.</summary>
    internal void Complete(MeetState state)
    {
        for (var i = 0; i < batches.Count; i++)
        {
            if (_refusals[i] is { } refusal)
            {
                batches[i].Fail(refusal);
            }
            else
            {
                batches[i].Acknowledge(new BatchAck(state.Positions.LastOf(batches[i].Header.StreamId, batches[i].Header.Epoch), _newReads[i]));
            }
        }
    }

    private RefusalException? Take(UploadedBatch uploaded, MeetState state, out int newReads)
    {
        newReads = 0;
        var (header, batch) = (uploaded.Header, uploaded.Batch);
        switch (state.Positions.Judge(header.StreamId, header.Epoch, batch.Sequence))
        {
            case SequenceVerdict.Duplicate:
                return null;
            case SequenceVerdict.Gap:
                var last = state.Positions.LastOf(header.StreamId, header.Epoch);
                return new RefusalException(
                    RefusalKind.FailedPrecondition,
                    "SEQUENCE_GAP",
                    $"Batch {batch.Sequence} came after {last} in stream '{header.StreamId}', epoch {header.Epoch}: open the stream again and continue with {last + 1}.");
            case SequenceVerdict.Next:
            default:
                break;
        }

        if (!state.Devices.TryGetValue(header.DeviceId, out var device))
        {
            return RefusalException.NotFound("DEVICE_UNKNOWN", $"Device '{header.DeviceId}' is not known in meet '{header.MeetId}': apply it with its timing point first.");
        }

        if (state.Reads.Chips.Count + batch.ChipCodes.Count > Limits.Chips && NewChips(state, batch.ChipCodes) is var fresh && state.Reads.Chips.Count + fresh > Limits.Chips)
        {
            return new RefusalException(RefusalKind.ResourceExhausted, "TOO_MANY_CHIPS", $"Meet '{header.MeetId}' has {state.Reads.Chips.Count} chips, at most {Limits.Chips} are kept: the batch would add {fresh}.");
        }

        var row = new RawBatch(
            state.AppliedOrdinal + 1,
            header.DeviceId,
            device.PointId,
            header.StreamId,
            header.Epoch,
            batch.Sequence,
            uploaded.ReceivedMicros,
            batch.TimeUs.Count,
            uploaded.Payload);
        newReads = state.Apply(row, batch);
        _rows.Add(row);
        ReadCount += row.ReadCount;
        if (uploaded.Implausible.Count > 0)
        {
            _implausible.Add(uploaded);
        }

        return null;
    }

    private static int NewChips(MeetState state, IEnumerable<string> codes) => codes.Count(code => !state.Reads.Chips.TryFind(code, out _));
}
