using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;
using TimeRule = RaceSystem.Timing.Core.Passings.TimeRule;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>A timing point's settings.</summary>
/// <param name="PointId">Unique in the meet.</param>
/// <param name="DisplayName">For people.</param>
/// <param name="TimeRule">Which read gives the time.</param>
/// <param name="DeadTime">Silence that ends a passing.</param>
/// <param name="Antenna">From the place of the read to the line.</param>
/// <param name="MinTimeSinceStart">Passings earlier after the start do not count; zero: all count.</param>
/// <param name="StartRaceId">Race of the start; empty: the meet's earliest gun.</param>
/// <param name="StartWaveId">Wave of the start; empty: the race's earliest gun.</param>
internal sealed record PointSettings(
    string PointId,
    string DisplayName,
    TimeRule TimeRule,
    Elapsed DeadTime,
    AntennaOffset Antenna = default,
    Elapsed MinTimeSinceStart = default,
    string StartRaceId = "",
    string StartWaveId = "")
{
    internal static PointSettings From(TimingPointRow row) => new(
        row.TimingPointId,
        row.DisplayName,
        Enum.Parse<TimeRule>(row.TimeRule),
        new Elapsed(row.DeadTimeMicros),
        new AntennaOffset(row.AntennaOffsetMm, row.ReferenceSpeedMmPerS),
        new Elapsed(row.MinTimeSinceStartMicros),
        row.StartRaceId,
        row.StartWaveId);

    /// <summary>The rule for the calculator, with the guns that are recorded.</summary>
    internal PassingRule RuleWith(RecordedGuns guns) => new(TimeRule, DeadTime, Antenna.Shift(), NotBefore(guns));

    internal TimingPointRow ToRow(string meetId) => new()
    {
        MeetId = meetId,
        TimingPointId = PointId,
        DisplayName = DisplayName,
        TimeRule = TimeRule.ToString(),
        DeadTimeMicros = DeadTime.Micros,
        MinTimeSinceStartMicros = MinTimeSinceStart.Micros,
        StartRaceId = StartRaceId,
        StartWaveId = StartWaveId,
        AntennaOffsetMm = Antenna.Millimetres,
        ReferenceSpeedMmPerS = Antenna.SpeedMmPerS,
    };

    internal TimingPoint ToMessage() => new()
    {
        TimingPointId = PointId,
        DisplayName = DisplayName,
        TimeRule = Wired(TimeRule),
        DeadTime = Wire.DurationOf(DeadTime),
        MinTimeSinceStart = MinTimeSinceStart == Elapsed.Zero ? null : Wire.DurationOf(MinTimeSinceStart),
        StartRaceId = StartRaceId,
        StartWaveId = StartWaveId,
        AntennaOffsetM = Antenna.Millimetres / 1_000.0,
        ReferenceSpeedMps = Antenna.SpeedMmPerS / 1_000.0,
    };

    /// <summary>A time rule of the core on the wire.</summary>
    internal static V1.TimeRule Wired(TimeRule rule) => rule switch
    {
        TimeRule.Last => V1.TimeRule.Last,
        TimeRule.Strongest => V1.TimeRule.Strongest,
        TimeRule.FittedPeak => V1.TimeRule.FittedPeak,
        _ => V1.TimeRule.First,
    };

    /// <summary>No gun recorded: nothing is dropped, since a start is never guessed.</summary>
    private long NotBefore(RecordedGuns guns) =>
        MinTimeSinceStart > Elapsed.Zero && guns.EarliestOf(StartRaceId, StartWaveId) is { } start
            ? (start + MinTimeSinceStart).Micros
            : long.MinValue;
}
