using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Storage;

namespace RaceSystem.Timing.Service.Quarantines;

/// <summary>The reads that lie in quarantines, counted in one go through the reads of the meet.</summary>
internal static class QuarantineReads
{
    internal static Dictionary<string, QuarantineCount> Count(MeetState state, IReadOnlyList<QuarantineRow> quarantines)
    {
        var counts = quarantines.ToDictionary(row => row.QuarantineId, _ => default(QuarantineCount), StringComparer.Ordinal);
        var byDevice = new Dictionary<int, List<QuarantineRow>>();
        foreach (var row in quarantines)
        {
            if (state.Reads.TryFindDevice(row.DeviceId, out var device))
            {
                (byDevice.TryGetValue(device, out var rows) ? rows : byDevice[device] = []).Add(row);
            }
        }

        for (var chip = 0; byDevice.Count > 0 && chip < state.Reads.Chips.Count; chip++)
        {
            for (var point = 0; point < state.Reads.PointCount; point++)
            {
                foreach (ref readonly var read in state.Reads.ReadsOf(point, chip))
                {
                    if (!byDevice.TryGetValue(read.Device, out var rows))
                    {
                        continue;
                    }

                    foreach (var row in rows)
                    {
                        if (read.TimeMicros >= row.FromMicros && read.TimeMicros <= row.ToMicros)
                        {
                            counts[row.QuarantineId] = counts[row.QuarantineId].With(chip, read.TimeMicros);
                        }
                    }
                }
            }
        }

        return counts;
    }
}
