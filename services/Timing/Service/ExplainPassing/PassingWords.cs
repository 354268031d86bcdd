using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Explanations;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Service.Meets;
using CoreDisposition = RaceSystem.Timing.Core.Explanations.ReadDisposition;
using CoreRead = RaceSystem.Timing.Core.Explanations.ExplainedRead;
using ExplainedPassing = RaceSystem.Timing.V1.ExplainedPassing;
using ExplainedRead = RaceSystem.Timing.V1.ExplainedRead;
using TimeRule = RaceSystem.Timing.Core.Passings.TimeRule;

namespace RaceSystem.Timing.Service.ExplainPassing;

/// <summary>An explanation as messages, with its rules in words for people.</summary>
internal sealed class PassingWords(PassingRule rule, PointSettings point)
{
    internal static ExplainedRead MessageOf(in CoreRead read, KeySnapshot key, PassingExplanation explanation)
    {
        var (device, deviceTime) = (read.Read.Device, read.Read.TimeMicros);
        return new ExplainedRead
        {
            DeviceId = key.DeviceIds[device],
            Role = key.Timings[device].IsBackup ? V1.DeviceRole.Backup : V1.DeviceRole.Main,
            DeviceTime = Wire.NearestTimestamp(deviceTime),
            CorrectedTime = Wire.NearestTimestamp(read.TimeMicros),
            RssiDbm = read.Read.RssiDbm,
            Antenna = read.Read.Antenna,
            PassingNumber = read.Crossing + 1,
            Disposition = Wired(read.Disposition),
            Rule = RuleOf(read, explanation),
            QuarantineId = read.QuarantineId,
            ClockCorrectionIds = { key.Clocks[device].Corrections.Where(correction => correction.Holds(deviceTime)).Select(correction => correction.CorrectionId) },
        };
    }

    internal ExplainedPassing MessageOf(PassingExplanation explanation, int number)
    {
        var crossing = explanation.Crossings[number];
        return new ExplainedPassing
        {
            Number = number + 1,
            PassingTime = Wire.NearestTimestamp(crossing.Passing.TimeMicros),
            ReadTime = Wire.NearestTimestamp(crossing.Source.TimeMicros),
            Counts = crossing.Verdict == CrossingVerdict.Counts,
            AppliedTimeRule = PointSettings.Wired(crossing.Source.Applied),
            Rule = SentenceOf(crossing),
            ReadCount = crossing.Passing.ReadCount,
            Span = Wire.DurationOf(new Elapsed(crossing.Passing.SpanMicros)),
            PeakRssiDbm = crossing.Passing.PeakRssiDbm,
        };
    }

    private static string RuleOf(in CoreRead read, PassingExplanation explanation) => read.Disposition switch
    {
        CoreDisposition.Held => $"held in quarantine {read.QuarantineId}",
        CoreDisposition.BeforeMinimum => "its passing is before the minimum time since the start",
        CoreDisposition.OverLimit => $"its passing is over the limit: of more than {2 * PassingBuffer.HalfLimit} the first and the last {PassingBuffer.HalfLimit} are kept",
        CoreDisposition.BackupNotNeeded => "backup: a main device read this passing",
        CoreDisposition.Fitted => "one of the reads through which the peak was fitted",
        CoreDisposition.GaveTime => $"gave the time: {Sentence(explanation.Crossings[read.Crossing].Source.Applied)}",
        _ => $"part of the passing: the time is of {Sentence(explanation.Crossings[read.Crossing].Source.Applied)}",
    };

    private string SentenceOf(in TracedCrossing crossing)
    {
        var source = Sentence(crossing.Source.Applied);
        var fallback = rule.TimeRule == TimeRule.FittedPeak && crossing.Source.Applied != TimeRule.FittedPeak ? ", since the reads have no proper peak" : "";
        var backups = crossing.LeavesOutBackups ? " of the main devices" : "";
        var antenna = rule.AntennaShift == Elapsed.Zero
            ? ""
            : $"; {(rule.AntennaShift > Elapsed.Zero ? "+" : "")}{rule.AntennaShift} s for the antenna, {point.Antenna.Millimetres} mm from the line";
        var verdict = crossing.Verdict switch
        {
            CrossingVerdict.BeforeMinimum => $"; does not count: earlier than {new Instant(rule.NotBeforeMicros)}, the start and {point.MinTimeSinceStart} s",
            CrossingVerdict.OverLimit => $"; does not count: of more than {2 * PassingBuffer.HalfLimit} passings the first and the last {PassingBuffer.HalfLimit} are kept",
            _ => "",
        };
        return $"{source}{backups}{fallback}{antenna}{verdict}";
    }

    private static string Sentence(TimeRule applied) => applied switch
    {
        TimeRule.Last => "the last read",
        TimeRule.Strongest => "the strongest read",
        TimeRule.FittedPeak => "the peak fitted through the reads",
        _ => "the first read",
    };

    private static V1.ReadDisposition Wired(CoreDisposition disposition) => disposition switch
    {
        CoreDisposition.GaveTime => V1.ReadDisposition.GaveTime,
        CoreDisposition.Fitted => V1.ReadDisposition.Fitted,
        CoreDisposition.BackupNotNeeded => V1.ReadDisposition.BackupNotNeeded,
        CoreDisposition.BeforeMinimum => V1.ReadDisposition.BeforeMinimum,
        CoreDisposition.OverLimit => V1.ReadDisposition.OverLimit,
        CoreDisposition.Held => V1.ReadDisposition.Quarantined,
        _ => V1.ReadDisposition.PartOfPassing,
    };
}
