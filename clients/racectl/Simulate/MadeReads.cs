using RaceSystem.Racectl.Replay;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Racectl.Simulate;

/// <summary>Counts the reads of a decoder whose moment of the race has come. Safe to use from several threads.</summary>
internal sealed class MadeReads(IReadOnlyList<EmulatedRead> reads, ReplayPace pace)
{
    private readonly Lock _lock = new();
    private int _made;

    public int Count()
    {
        lock (_lock)
        {
            while (_made < reads.Count && pace.IsDue(reads[_made].TimeMicros - ReplayPlan.Gun.Micros))
            {
                _made++;
            }

            return _made;
        }
    }
}
