using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Core.Passings;

/// <summary>Applies device clocks to the reads of one key and leaves out what is held. Scratch memory; not thread-safe.</summary>
internal sealed class ReadCorrection
{
    private Read[] _corrected = new Read[16];

    /// <summary>The reads that count with their true times, in order; valid until the next call.</summary>
    /// <param name="reads">The set, ordered by device time.</param>
    /// <param name="devices">By device index.</param>
    /// <param name="hasBackup">Whether a backup device is among those that read.</param>
    internal ReadOnlySpan<Read> Apply(ReadOnlySpan<Read> reads, ReadOnlySpan<DeviceTiming> devices, out bool hasBackup)
    {
        hasBackup = false;
        if (reads.IsEmpty)
        {
            return reads;
        }

        // Nearly always one device has made all of them, and its clock is right.
        var device = reads[0].Device;
        ref readonly var timing = ref devices[device];
        var (offset, same, constant) = (timing.OffsetMicros, true, timing.IsConstant);
        hasBackup = timing.IsBackup;
        for (var i = 1; i < reads.Length; i++)
        {
            if (reads[i].Device != device)
            {
                device = reads[i].Device;
                timing = ref devices[device];
                same &= timing.OffsetMicros == offset;
                constant &= timing.IsConstant;
                hasBackup |= timing.IsBackup;
            }
        }

        if (same && constant && offset == 0)
        {
            return reads;
        }

        return Correct(reads, devices, keepsOrder: same && constant);
    }

    private Span<Read> Correct(ReadOnlySpan<Read> reads, ReadOnlySpan<DeviceTiming> devices, bool keepsOrder)
    {
        if (_corrected.Length < reads.Length)
        {
            _corrected = new Read[Math.Max(reads.Length, _corrected.Length * 2)];
        }

        var count = 0;
        foreach (ref readonly var read in reads)
        {
            ref readonly var device = ref devices[read.Device];
            if (!device.IsHeld(read.TimeMicros))
            {
                _corrected[count++] = read with { TimeMicros = device.Correct(read.TimeMicros) };
            }
        }

        // Different clocks may change the order, one constant offset cannot.
        var corrected = _corrected.AsSpan(0, count);
        if (!keepsOrder)
        {
            corrected.Sort(static (left, right) => left.CompareTo(right));
        }

        return corrected;
    }
}
