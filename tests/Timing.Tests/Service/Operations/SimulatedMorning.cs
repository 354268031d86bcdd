using Microsoft.Extensions.Time.Testing;
using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Alarms;
using RaceSystem.Timing.Core.Reads;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Operations;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.V1;
using TimeRule = RaceSystem.Timing.Core.Passings.TimeRule;

namespace RaceSystem.Timing.Tests.Service.Operations;

/// <summary>
/// Plays a simulated field into a meet's memory under a fake clock, at a speed, and judges it as the alarm desk does. Faults
/// are planted by what happens to each detection on its way.
/// </summary>
internal sealed class SimulatedMorning
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 3, 6, 0, 0, TimeSpan.Zero));
    private readonly MeetState _state = new();
    private readonly MeetActivity _activity;
    private readonly RegisteredMeet _registered = new();
    private readonly SimulatedField _field;
    private readonly double _speed;
    private readonly Dictionary<string, OpenedStream> _streams = new(StringComparer.Ordinal);
    private readonly Random _random;
    private int _waves;

    internal SimulatedMorning(int seed, int runners, double speed)
    {
        (_field, _speed, _random) = (new SimulatedField(seed, runners), speed, new Random(seed + 1));
        _activity = new MeetActivity(_time);
        foreach (var course in SimulatedField.Courses)
        {
            _registered.Field.SetCourse(course);
        }

        foreach (var (raceId, wave, chip) in _field.Runners)
        {
            _registered.SetChips(chip, [chip]);
            _registered.Field.SetRunner(chip, raceId, wave, [chip]);
        }

        foreach (var (device, point) in SimulatedField.Devices)
        {
            _state.Apply(new PointSettings(point, point, TimeRule.First, Elapsed.FromSeconds(5)));
            _state.Apply(new DeviceSettings(device, point, device, Elapsed.Zero));
            _streams[device] = _activity.OpenStream(device);
        }
    }

    /// <summary>What happens to a detection: null: it is lost; otherwise as it arrives.</summary>
    internal Func<SimulatedDetection, SimulatedDetection?> OnTheWay { get; set; } = detection => detection;

    /// <summary>What devices report, every five seconds; null: nothing.</summary>
    internal Func<string, long, DeviceReport?> Reports { get; set; } = (_, _) => null;

    /// <summary>Runs before each judgement with the race's time.</summary>
    internal Action<SimulatedMorning, long> Meanwhile { get; set; } = (_, _) => { };

    /// <summary>Added to a device's clock.</summary>
    internal Dictionary<string, long> ClockSteps { get; } = new(StringComparer.Ordinal);

    internal void Break(string device)
    {
        if (_streams.Remove(device, out var stream))
        {
            stream.Dispose();
        }
    }

    /// <summary>Plays the whole morning; what was raised and cleared, by seconds of the race.</summary>
    internal List<(double RaceSeconds, AlarmChange Change)> Play()
    {
        var changes = new List<(double, AlarmChange)>();
        var watch = new AlarmWatch([], Now);
        var (first, last) = (_field.Detections[0].RaceMicros, _field.Detections[^1].RaceMicros);
        var (gun, next, step) = (Now.Micros, 0, (long)(AlarmDesk.Period.TotalMicroseconds * _speed));
        for (long race = first; race <= last + (60 * (long)(1e6 * _speed)); race += step)
        {
            _time.Advance(AlarmDesk.Period);
            for (; next < _field.Detections.Count && _field.Detections[next].RaceMicros <= race; next++)
            {
                if (OnTheWay(_field.Detections[next]) is { } detection)
                {
                    Arrive(detection, gun);
                }
            }

            _state.Reads.Settle(static (_, _, _) => { });
            RecordGuns(race, gun);
            ReportAll(race);
            Meanwhile(this, race);
            var sample = MeetSamples.Of(_state, _activity, _registered, Now);
            changes.AddRange(watch.Judge(sample).Select(change => (race / 1e6, change)));
        }

        return changes;
    }

    private Instant Now => Instant.From(_time.GetUtcNow());

    private void Arrive(SimulatedDetection detection, long gun)
    {
        _state.Reads.TryFindPoint(detection.Point, out var point);
        _state.Reads.TryFindDevice(detection.Device, out var device);
        var micros = gun + detection.RaceMicros + ClockSteps.GetValueOrDefault(detection.Device);
        var chip = _state.Reads.Chips.Intern(detection.Chip);
        if (_streams.ContainsKey(detection.Device))
        {
            _state.Reads.Add(point, chip, new Read(micros, (ushort)device, (short)-_random.Next(40, 70), 1));
            _activity.Received(detection.Device, detection.Point, 1, micros);
        }
    }

    /// <summary>The starter tells 20 s after each gun.</summary>
    private void RecordGuns(long race, long gun)
    {
        for (; _waves < 4 && race >= ((_waves * SimulatedField.WaveSeconds) + 20) * 1_000_000L; _waves++)
        {
            foreach (var course in SimulatedField.Courses)
            {
                _state.Guns.Record(course.RaceId, $"w{_waves}", 1, new Instant(gun + (_waves * SimulatedField.WaveSeconds * 1_000_000L)));
            }
        }
    }

    private void ReportAll(long race)
    {
        foreach (var device in _streams.Keys)
        {
            if (_time.GetUtcNow().Second % 5 < AlarmDesk.Period.TotalSeconds && Reports(device, race) is { } report)
            {
                _activity.Reported(device, report);
            }
        }
    }
}
