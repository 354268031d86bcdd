using System.Globalization;
using RaceSystem.Kernel;
using Estimate = RaceSystem.Timing.Core.Clocks.ClockEstimate;
using Message = RaceSystem.Timing.V1.ClockEstimate;

namespace RaceSystem.Timing.Service.EstimateDeviceClock;

/// <summary>An estimate as a message, with what to mind.</summary>
internal static class EstimateMessage
{
    private const double PpbPerPpm = 1_000;

    /// <summary>A drift known worse than this says nothing of the rest of the day: 20 ppm are 72 ms an hour.</summary>
    private const long UselessDriftErrorPpb = 20_000;

    private const double FewestAgreeing = 0.7;

    internal static Message OfDoubleReads(Estimate estimate, string referenceDeviceId, string pointId)
    {
        var message = Of(estimate, V1.ClockEstimateSource.DoubleReads);
        (message.ReferenceDeviceId, message.TimingPointId) = (referenceDeviceId, pointId);
        return message;
    }

    internal static Message OfExchanges(Estimate estimate) => Of(estimate, V1.ClockEstimateSource.SyncSamples);

    private static Message Of(Estimate estimate, V1.ClockEstimateSource source) => new()
    {
        Source = source,
        ReferenceDeviceTime = Wire.TimestampOf(new Instant(estimate.ReferenceMicros)),
        Offset = Wire.DurationOf(new Elapsed(estimate.OffsetMicros)),
        DriftPpm = estimate.DriftPpb / PpbPerPpm,
        OffsetError = Wire.DurationOf(new Elapsed(estimate.OffsetErrorMicros)),
        DriftErrorPpm = estimate.DriftErrorPpb / PpbPerPpm,
        LargestError = Wire.DurationOf(new Elapsed((long)Math.Ceiling(estimate.LargestError))),
        PairCount = estimate.PairCount,
        InlierCount = estimate.InlierCount,
        Scatter = Wire.DurationOf(new Elapsed(estimate.ScatterMicros)),
        FirstDeviceTime = Wire.TimestampOf(new Instant(estimate.FromMicros)),
        LastDeviceTime = Wire.TimestampOf(new Instant(estimate.ToMicros)),
        Caution = CautionOf(estimate, source),
    };

    private static string CautionOf(Estimate estimate, V1.ClockEstimateSource source)
    {
        var cautions = new List<string>();
        if (source == V1.ClockEstimateSource.DoubleReads && estimate.InlierCount < FewestAgreeing * estimate.PairCount)
        {
            cautions.Add(string.Create(CultureInfo.InvariantCulture, $"Only {estimate.InlierCount} of {estimate.PairCount} pairs agree: the clock may have been set in between, ask for a shorter range."));
        }

        if (estimate.DriftErrorPpb > UselessDriftErrorPpb)
        {
            cautions.Add("The pairs lie too close together in time to know the drift: the estimate is good between the first and the last of them.");
        }

        if (Math.Max(Math.Abs(estimate.OffsetAt(estimate.FromMicros)), Math.Abs(estimate.OffsetAt(estimate.ToMicros))) < 2 * estimate.LargestError)
        {
            cautions.Add("The clock agrees within the error: there is nothing to correct.");
        }

        return string.Join(" ", cautions);
    }
}
