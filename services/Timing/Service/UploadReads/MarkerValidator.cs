using RaceSystem.Kernel;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.UploadReads;

/// <summary>Refuses markers that cannot be kept, naming the one that is wrong.</summary>
internal static class MarkerValidator
{
    internal static void Validate(ReadBatch batch, Instant now, bool holdsImplausible)
    {
        if (batch.Markers.Count > Limits.MarkersPerBatch)
        {
            throw RefusalException.Invalid("BATCH_TOO_LARGE", "batch.markers", $"the batch has {batch.Markers.Count} markers: send at most {Limits.MarkersPerBatch} at once.");
        }

        // A marker moves nothing by itself, so a time that cannot be right is kept where the reads' are held.
        var (first, last) = holdsImplausible ? (Limits.EarliestHeldTime.Micros, Limits.LatestHeldTime.Micros) : (Limits.EarliestTime.Micros, now.Micros + Elapsed.From(Limits.TimeAhead).Micros);
        for (var i = 0; i < batch.Markers.Count; i++)
        {
            var marker = batch.Markers[i];
            if (marker.TimeUs < first || marker.TimeUs > last)
            {
                throw RefusalException.Invalid("READ_TIME_OUT_OF_RANGE", $"batch.markers[{i}].time_us", $"is {marker.TimeUs} µs after 1970: it must lie between 1990 and a day ahead of now. Check the device's clock.");
            }

            if (marker.Name.Length > Limits.MarkerNameLength)
            {
                throw RefusalException.Invalid("NAME_TOO_LONG", $"batch.markers[{i}].name", $"has {marker.Name.Length} characters: at most {Limits.MarkerNameLength}.");
            }

            if (marker.Kind is < MarkerKind.Unspecified or > MarkerKind.Other)
            {
                throw RefusalException.Invalid("MARKER_INVALID", $"batch.markers[{i}].kind", $"{(int)marker.Kind} is not a kind of marker.");
            }
        }
    }
}
