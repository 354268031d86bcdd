using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Decoders;

/// <summary>What a session decoded in the columns of an upload.</summary>
internal static class DecodedBatches
{
    internal static ReadBatch ToMessage(DecodedBatch decoded)
    {
        var batch = new ReadBatch();
        var indexes = new Dictionary<string, uint>(StringComparer.Ordinal);
        foreach (var read in decoded.Reads)
        {
            if (!indexes.TryGetValue(read.Chip, out var index))
            {
                indexes.Add(read.Chip, index = (uint)batch.ChipCodes.Count);
                batch.ChipCodes.Add(read.Chip);
            }

            batch.ChipIndex.Add(index);
            batch.TimeUs.Add(read.TimeMicros);
            batch.RssiDbm.Add(read.RssiDbm);
            batch.Antenna.Add(read.Antenna);
        }

        batch.Markers.AddRange(decoded.Markers.Select(marker => new Marker
        {
            TimeUs = marker.TimeMicros,
            Kind = marker.Kind == Protocols.MarkerKind.Gun ? V1.MarkerKind.Gun : V1.MarkerKind.Other,
            Name = marker.Name,
        }));
        return batch;
    }
}
