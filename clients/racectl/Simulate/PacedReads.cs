using System.Collections;
using RaceSystem.Racectl.Replay;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Racectl.Simulate;

/// <summary>
/// The reads of a decoder, each of which can be had when its moment of the race has come and not before: who asks
/// earlier is blocked until then. So every emulator keeps the race's pace without knowing of it.
/// </summary>
internal sealed class PacedReads(IReadOnlyList<EmulatedRead> reads, ReplayPace pace, CancellationToken cancellationToken) : IReadOnlyList<EmulatedRead>
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    public int Count => reads.Count;

    public EmulatedRead this[int index]
    {
        get
        {
            var read = reads[index];
            while (!pace.IsDue(read.TimeMicros - ReplayPlan.Gun.Micros))
            {
                cancellationToken.WaitHandle.WaitOne(Tick);
                cancellationToken.ThrowIfCancellationRequested();
            }

            return read;
        }
    }

    public IEnumerator<EmulatedRead> GetEnumerator()
    {
        for (var i = 0; i < reads.Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
