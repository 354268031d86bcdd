using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Tests.Protocols.Clocks;

/// <summary>A decoder under watch: makes reads by its own clock, and brings them over a link that may be cut.</summary>
internal sealed class WatchedDecoder(Random random)
{
    internal const long Second = 1_000_000;

    private readonly Queue<long> _stored = new();

    internal ClockWatch Watch { get; } = new();

    internal long Now { get; private set; } = 1_743_897_600_000_000;

    /// <summary>Right time minus the decoder's.</summary>
    internal long Offset { get; set; }

    /// <summary>Every device time told while the offset was not 0.</summary>
    internal List<long> Wrong { get; } = [];

    internal List<ClockVerdict> Verdicts { get; } = [];

    /// <summary>The race goes on with reads at random moments; they come with the delay of a live link, or are stored while it is cut.</summary>
    internal void Live(double seconds, double readsPerSecond, bool cut = false)
    {
        var end = Now + (long)(seconds * Second);
        while (true)
        {
            Now += (long)(-Math.Log(1 - random.NextDouble()) / readsPerSecond * Second);
            if (Now > end)
            {
                Now = end;
                return;
            }

            var time = Now - Offset;
            if (Offset != 0)
            {
                Wrong.Add(time);
            }

            if (cut)
            {
                _stored.Enqueue(time);
            }
            else
            {
                Arrive(Now + random.Next(50_000, 1_500_000), time);
            }
        }
    }

    /// <summary>What is stored comes in at so many times the speed of the race, with live reads in between or not.</summary>
    internal void CatchUp(double speed, bool liveToo, double readsPerSecond = 5)
    {
        while (_stored.TryDequeue(out var time))
        {
            Arrive(Now, time);
            if (_stored.TryPeek(out var next))
            {
                var until = (next - time) / speed;
                if (liveToo)
                {
                    Live(until / Second, readsPerSecond);
                }
                else
                {
                    var before = Now;
                    Live(until / Second, readsPerSecond, cut: true);
                    Now = before + (long)until;
                }
            }
        }
    }

    internal void Sample(long roundTrip, long error = 0)
    {
        Watch.Sampled(new ClockSample(Now - Offset + error, Now, roundTrip));
        Note();
    }

    internal void Arrive(long arrival, params long[] times)
    {
        Watch.Arrived([.. times.Select((time, i) => new DecodedRead($"C{i}", time))], arrival);
        Note();
    }

    private void Note()
    {
        if (Watch.Verdict is { } verdict && (Verdicts.Count == 0 || Verdicts[^1] != verdict))
        {
            Verdicts.Add(verdict);
        }
    }
}
