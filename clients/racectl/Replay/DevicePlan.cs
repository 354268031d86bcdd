using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Replay;

/// <summary>A reader at a timing point and the crossings it sees, earliest first.</summary>
internal sealed record DevicePlan(string TimingPointId, string DisplayName, TimeRule TimeRule, Crossing[] Crossings)
{
    public string DeviceId => TimingPointId + "-1";

    public static DevicePlan Of(string timingPointId, string displayName, TimeRule timeRule, IEnumerable<long?> times) => new(
        timingPointId,
        displayName,
        timeRule,
        [.. times.Select((time, row) => (time, row)).Where(item => item.time is not null)
            .Select(item => new Crossing(item.row, item.time!.Value))
            .OrderBy(crossing => crossing.TimeUs).ThenBy(crossing => crossing.Row)]);
}
