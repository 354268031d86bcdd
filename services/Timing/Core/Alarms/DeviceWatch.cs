using RaceSystem.Kernel;

namespace RaceSystem.Timing.Core.Alarms;

/// <summary>The rules about one device.</summary>
internal sealed class DeviceWatch
{
    private readonly SilentDeviceRule _silent = new();
    private readonly ConnectionRule _connection = new();
    private readonly ClockJumpRule _clock = new();
    private readonly RateCollapseRule _rate = new();
    private readonly DeadLettersRule _deadLetters = new();
    private readonly BatteryRule _battery = new();

    internal void Find(DeviceSample device, PointSample point, Instant now, List<AlarmFinding> findings)
    {
        Add(AlarmKind.SilentDevice, _silent.Judge(device, point, now));
        Add(AlarmKind.ConnectionLost, _connection.Judge(device, now));
        Add(AlarmKind.ClockJump, _clock.Judge(device, now));
        Add(AlarmKind.RateCollapse, _rate.Judge(device, point));
        Add(AlarmKind.DeadLetters, _deadLetters.Judge(device, now));
        Add(AlarmKind.BatteryLow, _battery.Judge(device));
        Add(AlarmKind.DeviceProblem, device.Problem.Length > 0 ? $"{device.Name}: {device.Problem}" : null);
        Add(AlarmKind.Quarantine, device.OpenQuarantines > 0 ? $"{device.Name}: {device.OpenQuarantines} range(s) of reads are held for their times; decide whether they count." : null);

        void Add(AlarmKind kind, string? description)
        {
            if (description is not null)
            {
                findings.Add(new AlarmFinding(new AlarmSubject(kind, device.PointId, device.DeviceId), description));
            }
        }
    }
}
