using RaceSystem.Timing.Core.Clocks;

namespace RaceSystem.Timing.Core.Meets;

/// <summary>The devices of a meet by number, in the order of appearance. Not thread-safe.</summary>
internal sealed class MeetDevices
{
    private readonly List<DeviceState> _states = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Clocks and roles by number; a changed one makes a new array, so that the old one can be compared with.</summary>
    internal DeviceTiming[] Timings { get; private set; } = new DeviceTiming[16];

    internal DeviceState Of(int device) => _states[device];

    internal DeviceClock[] Clocks() => [.. _states.Select(state => state.Clock)];

    internal string[] Ids() => [.. _states.Select(state => state.DeviceId)];

    internal bool TryFind(string deviceId, out int device) => _numbers.TryGetValue(deviceId, out device);

    /// <summary>Makes a device known or changes it.</summary>
    /// <param name="deviceId">Its id.</param>
    /// <param name="role">What its reads are worth.</param>
    /// <param name="clock">Its clock.</param>
    /// <param name="changed">Whether it was known and came out differently.</param>
    internal int Apply(string deviceId, DeviceRole role, DeviceClock clock, out bool changed)
    {
        var timing = new DeviceTiming(role, clock);
        changed = false;
        if (!_numbers.TryGetValue(deviceId, out var device))
        {
            device = _states.Count;
            _numbers.Add(deviceId, device);
            _states.Add(new DeviceState(deviceId, clock));
            if (device == Timings.Length)
            {
                var larger = Timings;
                Array.Resize(ref larger, larger.Length * 2);
                Timings = larger;
            }

            Timings[device] = timing;
        }
        else if (Timings[device] != timing)
        {
            _states[device].Clock = clock;
            Timings = [.. Timings];
            Timings[device] = timing;
            changed = true;
        }

        return device;
    }
}
