using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.V1;
using TimeRule = RaceSystem.Timing.Core.Passings.TimeRule;

namespace RaceSystem.Timing.Service.ApplyTimingPoints;

/// <summary>Turns a request into settings, or refuses it whole and names the field.</summary>
internal static class ApplyTimingPointsValidator
{
    internal static (List<PointSettings> Points, List<DeviceSettings> Devices) Validate(ApplyTimingPointsRequest request)
    {
        if (request.TimingPoints.Count > Limits.TimingPoints || request.Devices.Count > Limits.Devices)
        {
            throw RefusalException.Invalid("TOO_MANY_TIMING_POINTS", "timing_points", $"a meet has at most {Limits.TimingPoints} timing points and {Limits.Devices} devices.");
        }

        var points = request.TimingPoints.Select((point, i) => PointOf(point, $"timing_points[{i}]")).ToList();
        var devices = request.Devices.Select((device, i) => DeviceOf(device, $"devices[{i}]")).ToList();
        RequireDistinct(points.Select(point => point.PointId), "timing_points");
        RequireDistinct(devices.Select(device => device.DeviceId), "devices");
        return (points, devices);
    }

    private static PointSettings PointOf(TimingPoint point, string field)
    {
        Identifier.Require(point.TimingPointId, $"{field}.timing_point_id");
        RequireName(point.DisplayName, field);
        var rule = point.TimeRule switch
        {
            V1.TimeRule.Unspecified or V1.TimeRule.First => TimeRule.First,
            V1.TimeRule.Last => TimeRule.Last,
            V1.TimeRule.Strongest => TimeRule.Strongest,
            _ => throw RefusalException.Invalid("TIME_RULE_INVALID", $"{field}.time_rule", $"{(int)point.TimeRule} is not a time rule."),
        };
        var deadTime = point.DeadTime is null ? PassingRule.Default.DeadTime : Wire.ElapsedOf(point.DeadTime, $"{field}.dead_time");
        if (deadTime < PassingRule.MinDeadTime || deadTime > PassingRule.MaxDeadTime)
        {
            throw RefusalException.Invalid("DEAD_TIME_OUT_OF_RANGE", $"{field}.dead_time", $"is {deadTime} s: it must lie between 0.1 s and 1 h.");
        }

        return new PointSettings(point.TimingPointId, point.DisplayName, new PassingRule(rule, deadTime));
    }

    private static DeviceSettings DeviceOf(TimingDevice device, string field)
    {
        Identifier.Require(device.DeviceId, $"{field}.device_id");
        Identifier.Require(device.TimingPointId, $"{field}.timing_point_id");
        RequireName(device.DisplayName, field);
        var offset = device.ClockOffset is null ? Elapsed.Zero : Wire.ElapsedOf(device.ClockOffset, $"{field}.clock_offset");
        if (offset > Elapsed.From(Limits.ClockOffset) || offset < Elapsed.From(-Limits.ClockOffset))
        {
            throw RefusalException.Invalid("CLOCK_OFFSET_OUT_OF_RANGE", $"{field}.clock_offset", $"is {offset} s: at most 60 years in either direction.");
        }

        return new DeviceSettings(device.DeviceId, device.TimingPointId, device.DisplayName, offset);
    }

    private static void RequireName(string name, string field)
    {
        if (name.Length > Limits.DisplayNameLength)
        {
            throw RefusalException.Invalid("NAME_TOO_LONG", $"{field}.display_name", $"has {name.Length} characters: at most {Limits.DisplayNameLength}.");
        }
    }

    private static void RequireDistinct(IEnumerable<string> ids, string field)
    {
        var twice = ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw RefusalException.Invalid("ID_DUPLICATE", field, $"'{twice.Key}' is given twice.");
        }
    }
}
