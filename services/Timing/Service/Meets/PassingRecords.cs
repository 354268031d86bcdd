using Google.Protobuf;
using RaceSystem.Platform.Changelog;
using RaceSystem.Timing.Core.Meets;
using RaceSystem.Timing.V1;
using Passing = RaceSystem.Timing.Core.Passings.Passing;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>Appends the passings of touched keys to the log. Reuses its message; one writer uses it.</summary>
internal sealed class PassingRecords
{
    private readonly TimingRecord _record = new() { Passings = new ChipPassings() };

    internal static string KeyOf(string pointId, string chip) => $"passings/{pointId}/{chip}";

    internal void AppendTouched(MeetReads reads, ChangelogTransaction transaction) => reads.Settle((point, chip, passings) =>
    {
        var (pointId, code) = (reads.PointIdOf(point), reads.Chips.CodeOf(chip));
        Fill(_record.Passings, pointId, code, passings);
        transaction.Append(KeyOf(pointId, code), _record.ToByteArray());
    });

    internal static void Fill(ChipPassings message, string pointId, string chip, ReadOnlySpan<Passing> passings)
    {
        message.TimingPointId = pointId;
        message.Chip = chip;
        var target = message.Passings;
        for (var i = 0; i < passings.Length; i++)
        {
            if (i == target.Count)
            {
                target.Add(new V1.Passing());
            }

            target[i].TimeUs = passings[i].TimeMicros;
            target[i].SpanUs = passings[i].SpanMicros;
            target[i].ReadCount = passings[i].ReadCount;
            target[i].PeakRssiDbm = passings[i].PeakRssiDbm;
        }

        while (target.Count > passings.Length)
        {
            target.RemoveAt(target.Count - 1);
        }
    }
}
