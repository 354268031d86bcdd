using Google.Protobuf.Collections;
using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Quarantines;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.UploadReads;

/// <summary>
/// Refuses a batch that cannot be kept, naming the read that is wrong, and brings its chip codes to upper case. A batch
/// that passes can be applied without further checks, now and whenever the raw log is read again.
/// </summary>
internal sealed class ReadBatchValidator(TimeProvider time)
{
    private const int LargestRssiDbm = 1_000;

    /// <summary>Refuses, or gives back the times that cannot be right and are to be held.</summary>
    internal IReadOnlyList<SeenFault> Validate(ReadBatch batch, bool holdsImplausible = false)
    {
        var count = batch.TimeUs.Count;
        if (batch.Sequence < 1)
        {
            throw Invalid("SEQUENCE_INVALID", "sequence", $"is {batch.Sequence}: sequences count 1, 2, 3 …");
        }

        if (count > Limits.ReadsPerBatch || batch.ChipCodes.Count > Limits.ReadsPerBatch || batch.ChipIndex.Count > Limits.ReadsPerBatch)
        {
            throw Invalid("BATCH_TOO_LARGE", "time_us", $"the batch has {Math.Max(count, batch.ChipCodes.Count)} reads or chip codes: send at most {Limits.ReadsPerBatch} at once.");
        }

        RequireColumn("chip_index", batch.ChipIndex.Count, count, optional: false);
        RequireColumn("rssi_dbm", batch.RssiDbm.Count, count, optional: true);
        RequireColumn("antenna", batch.Antenna.Count, count, optional: true);
        NormalizeChips(batch.ChipCodes);
        ValidateChipIndex(batch.ChipIndex, batch.ChipCodes.Count);
        ValidateSignals(batch);
        var now = Instant.From(time.GetUtcNow());
        MarkerValidator.Validate(batch, now, holdsImplausible);
        return holdsImplausible ? ImplausibleTimes.Of(batch, now) : RequirePlausible(batch, now);
    }

    private static void RequireColumn(string column, int actual, int count, bool optional)
    {
        if (actual != count && !(optional && actual == 0))
        {
            throw Invalid("COLUMNS_INVALID", column, $"has {actual} values for {count} times: every column has one value a read{(optional ? " or none at all" : "")}.");
        }
    }

    private static void NormalizeChips(RepeatedField<string> codes)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            if (!ChipCode.TryParse(codes[i], out var chip))
            {
                throw Invalid("CHIP_INVALID", $"chip_codes[{i}]", $"is not a chip code: use 1 to {ChipCode.MaxLength} letters and digits.");
            }

            if (!string.Equals(chip.Text, codes[i], StringComparison.Ordinal))
            {
                codes[i] = chip.Text;
            }
        }
    }

    private static void ValidateChipIndex(RepeatedField<uint> indexes, int codes)
    {
        for (var i = 0; i < indexes.Count; i++)
        {
            if (indexes[i] >= codes)
            {
                throw Invalid("COLUMNS_INVALID", $"chip_index[{i}]", $"is {indexes[i]}, but the batch has {codes} chip codes, counted from 0.");
            }
        }
    }

    private static IReadOnlyList<SeenFault> RequirePlausible(ReadBatch batch, Instant now)
    {
        var latest = now.Micros + Elapsed.From(Limits.TimeAhead).Micros;
        for (var i = 0; i < batch.TimeUs.Count; i++)
        {
            if (batch.TimeUs[i] < Limits.EarliestTime.Micros || batch.TimeUs[i] > latest)
            {
                throw Invalid(
                    "READ_TIME_OUT_OF_RANGE",
                    $"time_us[{i}]",
                    $"read {i} of batch {batch.Sequence}, chip {batch.ChipCodes[(int)batch.ChipIndex[i]]}, has the time {Describe(batch.TimeUs[i])}: it must lie between 1990 and a day ahead of now. Check the device's clock.");
            }
        }

        return [];
    }

    private static void ValidateSignals(ReadBatch batch)
    {
        for (var i = 0; i < batch.RssiDbm.Count; i++)
        {
            if (batch.RssiDbm[i] is < -LargestRssiDbm or > LargestRssiDbm)
            {
                throw Invalid("COLUMNS_INVALID", $"rssi_dbm[{i}]", $"is {batch.RssiDbm[i]}: a signal strength lies within ±{LargestRssiDbm} dBm.");
            }
        }

        for (var i = 0; i < batch.Antenna.Count; i++)
        {
            if (batch.Antenna[i] > ushort.MaxValue)
            {
                throw Invalid("COLUMNS_INVALID", $"antenna[{i}]", $"is {batch.Antenna[i]}: an antenna port is at most {ushort.MaxValue}.");
            }
        }
    }

    private static string Describe(long micros) =>
        micros is > -62_135_596_800_000_000 and < 253_402_300_800_000_000 ? new Instant(micros).ToString() : $"{micros} µs";

    private static RefusalException Invalid(string reason, string field, string description) =>
        RefusalException.Invalid(reason, $"batch.{field}", description);
}
