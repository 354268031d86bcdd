using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Core.Explanations;

/// <summary>
/// Every read of one chip at one point with what became of it (invariant 5). Made from what the calculator tells while it
/// computes the passings, so that it cannot say anything else than what counts.
/// </summary>
public sealed class PassingExplanation
{
    private PassingExplanation(IReadOnlyList<ExplainedRead> reads, IReadOnlyList<TracedCrossing> crossings, PassingRule rule)
    {
        Reads = reads;
        Crossings = crossings;
        Rule = rule;
    }

    /// <summary>All reads: those of crossings in their order, then the held ones by device time.</summary>
    public IReadOnlyList<ExplainedRead> Reads { get; }

    /// <summary>Every crossing, earliest first, those that do not count included.</summary>
    public IReadOnlyList<TracedCrossing> Crossings { get; }

    /// <summary>The rule they were made by.</summary>
    public PassingRule Rule { get; }

    /// <summary>Explains the reads of a key, with a calculator of its own.</summary>
    public static PassingExplanation Of(KeySnapshot key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var (reads, devices) = (key.Reads, key.Timings);
        var trace = new PassingTrace();
        new PassingCalculator().Compute(reads, devices, key.Rule, new PassingBuffer(), trace);
        var explained = new List<ExplainedRead>(reads.Length);
        var held = new List<ExplainedRead>();
        var originals = new List<(Read True, Read Made)>(reads.Length);
        foreach (var read in reads)
        {
            var time = devices[read.Device].Correct(read.TimeMicros);
            if (key.Clocks[read.Device].HeldBy(read.TimeMicros) is { } range)
            {
                held.Add(new(read, time, -1, ReadDisposition.Held, range.QuarantineId));
            }
            else
            {
                originals.Add((read with { TimeMicros = time }, read));
            }
        }

        // Reads whose true times agree in everything are the same for the calculator: by device time they are told apart.
        originals.Sort(static (left, right) => left.True.CompareTo(right.True) is var order and not 0 ? order : left.Made.CompareTo(right.Made));
        for (var number = 0; number < trace.Crossings.Count; number++)
        {
            var crossing = trace.Crossings[number];
            for (var i = crossing.FirstRead; i < crossing.FirstRead + crossing.Passing.ReadCount; i++)
            {
                var read = trace.Reads[i];
                explained.Add(new(originals[i].Made, read.TimeMicros, number, DispositionOf(read, crossing, devices[read.Device].IsBackup), ""));
            }
        }

        explained.AddRange(held);
        return new PassingExplanation(explained, trace.Crossings, key.Rule);
    }

    private static ReadDisposition DispositionOf(in Read read, in TracedCrossing crossing, bool isBackup) => crossing.Verdict switch
    {
        CrossingVerdict.BeforeMinimum => ReadDisposition.BeforeMinimum,
        CrossingVerdict.OverLimit => ReadDisposition.OverLimit,
        _ when isBackup && crossing.LeavesOutBackups => ReadDisposition.BackupNotNeeded,
        _ when !crossing.Source.Includes(read) => ReadDisposition.PartOfPassing,
        _ => crossing.Source.Applied == TimeRule.FittedPeak ? ReadDisposition.Fitted : ReadDisposition.GaveTime,
    };
}
