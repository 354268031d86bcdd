using System.Text;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Manual;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Timing.V1;

namespace RaceSystem.Results.Records;

/// <summary>
/// Puts records of Timing's log into the scoring. Passings are read from the wire without an allocation; the rare other
/// records take the generated parser. Not safe to share between threads.
/// </summary>
public sealed class TimingRecordReader
{
    /// <summary>What Timing uses where a point says nothing.</summary>
    private static readonly Elapsed DefaultDeadTime = Elapsed.FromSeconds(5);

    /// <summary>What Timing uses where a manual time says nothing.</summary>
    private static readonly Elapsed DefaultWindow = Elapsed.FromSeconds(30);

    private readonly char[] _point = new char[Identifier.MaxLength];
    private readonly char[] _chip = new char[ChipCode.MaxLength];
    private long[] _times = new long[16];
    private int _count;

    /// <exception cref="InvalidDataException">The bytes are no record of Timing.</exception>
    /// <exception cref="Google.Protobuf.InvalidProtocolBufferException">The bytes are no record of Timing.</exception>
    public void Read(ReadOnlySpan<byte> record, MeetScoring scoring)
    {
        var reader = new WireReader(record);
        if (reader.Next() && reader.Field == TimingRecord.PassingsFieldNumber)
        {
            ReadPassings(reader.ReadBytes(), scoring);
        }
        else
        {
            ReadOther(TimingRecord.Parser.ParseFrom(record), scoring);
        }
    }

    private void ReadPassings(ReadOnlySpan<byte> message, MeetScoring scoring)
    {
        var point = ReadOnlySpan<char>.Empty;
        var chip = ReadOnlySpan<char>.Empty;
        _count = 0;
        var reader = new WireReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case ChipPassings.TimingPointIdFieldNumber:
                    point = Text(reader.ReadBytes(), _point);
                    break;
                case ChipPassings.ChipFieldNumber:
                    chip = Text(reader.ReadBytes(), _chip);
                    break;
                case ChipPassings.PassingsFieldNumber:
                    AddTime(reader.ReadBytes());
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (point.IsEmpty || chip.IsEmpty)
        {
            throw new InvalidDataException("Passings without a timing point or a chip.");
        }

        scoring.SetPassings(point, chip, Distinct());
    }

    private void AddTime(ReadOnlySpan<byte> passing)
    {
        var time = 0L;
        var reader = new WireReader(passing);
        while (reader.Next())
        {
            if (reader.Field == Passing.TimeUsFieldNumber)
            {
                time = reader.ReadFixed64();
            }
            else
            {
                reader.Skip();
            }
        }

        if (_count == _times.Length)
        {
            Array.Resize(ref _times, _count * 2);
        }

        _times[_count++] = time;
    }

    /// <summary>The times in order and once each, as Timing writes them anyway.</summary>
    private ReadOnlySpan<long> Distinct()
    {
        var times = _times.AsSpan(0, _count);
        for (var i = 1; i < times.Length; i++)
        {
            if (times[i] <= times[i - 1])
            {
                return times.ToArray().Distinct().Order().ToArray();
            }
        }

        return times;
    }

    private static ManualTime TimeOf(ManualPassing passing) => new(
        Instant.From(passing.PassingTime.ToDateTimeOffset()).Micros,
        passing.Window is null ? DefaultWindow.Micros : Elapsed.From(passing.Window.ToTimeSpan()).Micros,
        passing.Priority == ManualPriority.Override);

    private static ReadOnlySpan<char> Text(ReadOnlySpan<byte> utf8, char[] buffer) =>
        Encoding.UTF8.TryGetChars(utf8, buffer, out var length) ? buffer.AsSpan(0, length) : throw new InvalidDataException("An id is too long.");

    private static void ReadOther(TimingRecord record, MeetScoring scoring)
    {
        switch (record.ValueCase)
        {
            case TimingRecord.ValueOneofCase.GunStart:
                var gun = record.GunStart;
                scoring.SetGun(gun.RaceId, gun.WaveId, gun.StartTime is null ? null : Instant.From(gun.StartTime.ToDateTimeOffset()));
                break;
            case TimingRecord.ValueOneofCase.TimingPoint:
                var point = record.TimingPoint;
                var deadTime = point.DeadTime is null ? DefaultDeadTime : Elapsed.From(point.DeadTime.ToTimeSpan());
                scoring.SetTimingPoint(point.TimingPointId, deadTime, point.TimeRule == TimeRule.Last);
                break;
            case TimingRecord.ValueOneofCase.ManualPassings:
                var manual = record.ManualPassings;
                scoring.SetManualPassings(manual.TimingPointId, manual.Bib, [.. manual.Passings.Where(passing => passing.PassingTime is not null).Select(TimeOf)]);
                break;
            default:
                // Devices say nothing about a result: their offsets are in the passings already. What a newer Timing adds is not for this version.
                break;
        }
    }
}
