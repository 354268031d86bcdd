using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Clocks;

/// <summary>Estimates and corrections for people and for programs.</summary>
internal static class ClockTables
{
    public static Table Of(IEnumerable<ClockEstimate> estimates) => Tables.Of(
        ["From", "Reference", "Point", "At device time", "Offset s", "± s", "Drift ppm", "± ppm", "± s at the ends", "Pairs", "Agree", "Mind"],
        estimates.Select(estimate => new[]
        {
            SourceOf(estimate),
            estimate.ReferenceDeviceId,
            estimate.TimingPointId,
            Moments.Text(estimate.ReferenceDeviceTime),
            Offsets.Format(estimate.Offset.ToTimeSpan()),
            Seconds(estimate.OffsetError),
            Number(estimate.DriftPpm),
            Number(estimate.DriftErrorPpm),
            Seconds(estimate.LargestError),
            $"{estimate.PairCount}",
            $"{estimate.InlierCount}",
            estimate.Caution,
        }),
        "To add to the device's time, on top of what is corrected already. ± is one standard error.");

    public static Table Of(IEnumerable<ClockCorrection> corrections) => Tables.Of(
        ["Correction", "Device", "From", "To", "Offset s", "Drift ppm", "At device time", "By", "Recorded", "Note", "Revoked by"],
        corrections.Select(correction => new[]
        {
            correction.CorrectionId,
            correction.DeviceId,
            Moments.Text(correction.FromDeviceTime),
            Moments.Text(correction.ToDeviceTime),
            Offsets.Format(correction.Offset.ToTimeSpan()),
            Number(correction.DriftPpm),
            Moments.Text(correction.ReferenceDeviceTime),
            correction.RecordedBy,
            Moments.Text(correction.RecordTime),
            correction.Note,
            correction.RevokedBy,
        }));

    public static object Json(ClockEstimate estimate) => new
    {
        source = SourceOf(estimate),
        reference = estimate.ReferenceDeviceId,
        point = estimate.TimingPointId,
        at = Moments.Text(estimate.ReferenceDeviceTime),
        offsetS = estimate.Offset.ToTimeSpan().TotalSeconds,
        offsetErrorS = estimate.OffsetError.ToTimeSpan().TotalSeconds,
        driftPpm = estimate.DriftPpm,
        driftErrorPpm = estimate.DriftErrorPpm,
        largestErrorS = estimate.LargestError.ToTimeSpan().TotalSeconds,
        pairs = estimate.PairCount,
        inliers = estimate.InlierCount,
        scatterS = estimate.Scatter.ToTimeSpan().TotalSeconds,
        first = Moments.Text(estimate.FirstDeviceTime),
        last = Moments.Text(estimate.LastDeviceTime),
        caution = estimate.Caution,
    };

    public static object Json(ClockCorrection correction) => new
    {
        id = correction.CorrectionId,
        device = correction.DeviceId,
        from = Moments.Text(correction.FromDeviceTime),
        to = Moments.Text(correction.ToDeviceTime),
        offsetS = correction.Offset.ToTimeSpan().TotalSeconds,
        driftPpm = correction.DriftPpm,
        at = Moments.Text(correction.ReferenceDeviceTime),
        by = correction.RecordedBy,
        recorded = Moments.Text(correction.RecordTime),
        note = correction.Note,
        revokedBy = correction.RevokedBy,
        revoked = Moments.Text(correction.RevokeTime),
        revokeNote = correction.RevokeNote,
    };

    private static string SourceOf(ClockEstimate estimate) => estimate.Source == ClockEstimateSource.SyncSamples ? "sync" : "double-reads";

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Seconds(Duration duration) => duration.ToTimeSpan().TotalSeconds.ToString("0.0000", CultureInfo.InvariantCulture);
}
