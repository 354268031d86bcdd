using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Meets;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Core.Reads;
using RaceSystem.Timing.Core.Streams;

namespace RaceSystem.Simulation.Tests.Timing;

/// <summary>
/// Timing's core over a pretended disk: a raw log and a changelog that survive a crash, memory that does not.
/// </summary>
internal sealed class SimulatedTiming
{
    private readonly List<(SimulatedDevice Device, long Epoch, long Sequence, SimulatedRead[] Batch)> _rawLog = [];
    private readonly Dictionary<string, PassingRule> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Elapsed> _offsets = new(StringComparer.Ordinal);
    private MeetReads _reads = new();
    private StreamPositions _positions = new();

    internal SortedDictionary<string, Passing[]> Changelog { get; } = new(StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, PassingRule> Rules => _rules;

    internal IReadOnlyDictionary<string, Elapsed> Offsets => _offsets;

    /// <summary>Every read on the pretended disk.</summary>
    internal IEnumerable<(SimulatedDevice Device, SimulatedRead Read)> Durable =>
        _rawLog.SelectMany(row => row.Batch.Select(read => (row.Device, read)));

    internal void Apply(string pointId, PassingRule rule)
    {
        _rules[pointId] = rule;
        _reads.ApplyPoint(pointId, rule);
        Commit();
    }

    internal void Apply(string deviceId, Elapsed offset)
    {
        _offsets[deviceId] = offset;
        _reads.ApplyDevice(deviceId, DeviceRole.Main, new DeviceClock(offset));
        Commit();
    }

    /// <summary>Takes a batch as the service does; the answer is the ack, null for a refused gap.</summary>
    internal long? Receive(SimulatedDevice device, long epoch, long sequence, SimulatedRead[] batch)
    {
        switch (_positions.Judge(device.DeviceId, epoch, sequence))
        {
            case SequenceVerdict.Gap:
                return null;
            case SequenceVerdict.Next:
                _rawLog.Add((device, epoch, sequence, batch));
                Add(device, epoch, sequence, batch);
                Commit();
                break;
            case SequenceVerdict.Duplicate:
            default:
                break;
        }

        return _positions.LastOf(device.DeviceId, epoch);
    }

    /// <summary>Loses memory and builds it again from the disk.</summary>
    internal void Crash()
    {
        _reads = new MeetReads();
        _positions = new StreamPositions();
        foreach (var (point, rule) in _rules)
        {
            _reads.ApplyPoint(point, rule);
        }

        foreach (var (device, offset) in _offsets)
        {
            _reads.ApplyDevice(device, DeviceRole.Main, new DeviceClock(offset));
        }

        _rawLog.ForEach(row => Add(row.Device, row.Epoch, row.Sequence, row.Batch));
        _reads.Settle(static (_, _, _) => { });
    }

    private void Add(SimulatedDevice device, long epoch, long sequence, SimulatedRead[] batch)
    {
        _positions.Advance(device.DeviceId, epoch, sequence);
        Assert.True(_reads.TryFindPoint(device.PointId, out var point));
        var number = (ushort)_reads.ApplyDevice(device.DeviceId, DeviceRole.Main, new DeviceClock(_offsets[device.DeviceId]));
        foreach (var read in batch)
        {
            _reads.Add(point, _reads.Chips.Intern(read.Chip), new Read(read.TimeMicros, number, read.Rssi, 0));
        }
    }

    private void Commit() => _reads.Settle((point, chip, passings) =>
        Changelog[$"{_reads.PointIdOf(point)}/{_reads.Chips.CodeOf(chip)}"] = passings.ToArray());
}
