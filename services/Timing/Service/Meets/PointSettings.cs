using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;
using TimeRule = RaceSystem.Timing.Core.Passings.TimeRule;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>A timing point's settings.</summary>
internal sealed record PointSettings(string PointId, string DisplayName, PassingRule Rule)
{
    internal static PointSettings From(TimingPointRow row) =>
        new(row.TimingPointId, row.DisplayName, new PassingRule(Enum.Parse<TimeRule>(row.TimeRule), new Elapsed(row.DeadTimeMicros)));

    internal TimingPoint ToMessage() => new()
    {
        TimingPointId = PointId,
        DisplayName = DisplayName,
        TimeRule = Rule.TimeRule switch
        {
            TimeRule.Last => V1.TimeRule.Last,
            TimeRule.Strongest => V1.TimeRule.Strongest,
            _ => V1.TimeRule.First,
        },
        DeadTime = Wire.DurationOf(Rule.DeadTime),
    };
}
