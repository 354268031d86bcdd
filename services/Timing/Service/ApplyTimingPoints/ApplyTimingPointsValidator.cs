using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.V1;
using DeviceRole = RaceSystem.Timing.Core.Clocks.DeviceRole;
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
            V1.TimeRule.FittedPeak => TimeRule.FittedPeak,
            _ => throw RefusalException.Invalid("TIME_RULE_INVALID", $"{field}.time_rule", $"{(int)point.TimeRule} is not a time rule."),
        };
        var deadTime = point.DeadTime is null ? PassingRule.Default.DeadTime : Wire.ElapsedOf(point.DeadTime, $"{field}.dead_time");
        if (deadTime < PassingRule.MinDeadTime || deadTime > PassingRule.MaxDeadTime)
        {
            throw RefusalException.Invalid("DEAD_TIME_OUT_OF_RANGE", $"{field}.dead_time", $"is {deadTime} s: it must lie between 0.1 s and 1 h.");
        }

        var (minTime, raceId, waveId) = StartOf(point, field);
        return new PointSettings(point.TimingPointId, point.DisplayName, rule, deadTime, AntennaOf(point, field), minTime, raceId, waveId);
    }

    private static (Elapsed MinTime, string RaceId, string WaveId) StartOf(TimingPoint point, string field)
    {
        var minTime = point.MinTimeSinceStart is null ? Elapsed.Zero : Wire.ElapsedOf(point.MinTimeSinceStart, $"{field}.min_time_since_start");
        if (minTime < Elapsed.Zero || minTime > Elapsed.From(Limits.MinTimeSinceStart))
        {
            throw RefusalException.Invalid("MIN_TIME_OUT_OF_RANGE", $"{field}.min_time_since_start", $"is {minTime} s: it must lie between 0 and 24 h.");
        }

        if (point.StartRaceId.Length == 0 && point.StartWaveId.Length > 0)
        {
            throw RefusalException.Invalid("START_INVALID", $"{field}.start_race_id", "is missing: a wave belongs to a race.");
        }

        foreach (var (id, name) in new[] { (point.StartRaceId, "start_race_id"), (point.StartWaveId, "start_wave_id") })
        {
            if (id.Length > 0)
            {
                Identifier.Require(id, $"{field}.{name}");
            }
        }

        return (minTime, point.StartRaceId, point.StartWaveId);
    }

    private static AntennaOffset AntennaOf(TimingPoint point, string field)
    {
        var millimetres = point.AntennaOffsetM * 1_000;
        if (!(Math.Abs(millimetres) <= AntennaOffset.MaxMillimetres) || Math.Abs(millimetres - Math.Round(millimetres)) > 1e-6)
        {
            throw RefusalException.Invalid("ANTENNA_OFFSET_INVALID", $"{field}.antenna_offset_m", "must lie between -20 and 20 m, in whole millimetres.");
        }

        var speed = point.ReferenceSpeedMps * 1_000;
        if (speed != 0 && !(speed >= AntennaOffset.MinSpeedMmPerS && speed <= AntennaOffset.MaxSpeedMmPerS))
        {
            throw RefusalException.Invalid("REFERENCE_SPEED_OUT_OF_RANGE", $"{field}.reference_speed_mps", "must lie between 0.5 and 30 m/s; 0 means 3.5.");
        }

        return new AntennaOffset((int)Math.Round(millimetres), (int)Math.Round(speed));
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

        var role = device.Role switch
        {
            V1.DeviceRole.Unspecified or V1.DeviceRole.Main => DeviceRole.Main,
            V1.DeviceRole.Backup => DeviceRole.Backup,
            _ => throw RefusalException.Invalid("ROLE_INVALID", $"{field}.role", $"{(int)device.Role} is not a role."),
        };
        if (device.TimeZone.Length > 0 && DeviceTimes.ZoneOf(device.TimeZone) is null)
        {
            throw RefusalException.Invalid("TIME_ZONE_UNKNOWN", $"{field}.time_zone", "is neither an IANA name such as Asia/Seoul nor a fixed offset such as +09:00.");
        }

        var checksClock = device.ClockCheck switch
        {
            ClockCheck.Unspecified or ClockCheck.Live => true,
            ClockCheck.Off => false,
            _ => throw RefusalException.Invalid("CLOCK_CHECK_INVALID", $"{field}.clock_check", $"{(int)device.ClockCheck} is not a clock check."),
        };
        return new DeviceSettings(device.DeviceId, device.TimingPointId, device.DisplayName, offset, role, device.TimeZone, checksClock);
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
