using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Clocks;

/// <summary>Estimates and corrections for people and for programs.</summary>
internal static class ClockTables
{
    public static Table Of(IEnumerable<ClockEstimate> estimates)
    {
        var table = new Table { Border = TableBorder.Rounded, Caption = new TableTitle("To add to the device's time, on top of what is corrected already. ± is one standard error.") };
        table.AddColumns("From", "Reference", "Point", "At device time", "Offset s", "± s", "Drift ppm", "± ppm", "± s at the ends", "Pairs", "Agree", "Mind");
        foreach (var estimate in estimates)
        {
            Add(
                table,
                SourceOf(estimate),
                estimate.ReferenceDeviceId,
                estimate.TimingPointId,
                ClockOptions.Text(estimate.ReferenceDeviceTime),
                Offsets.Format(estimate.Offset.ToTimeSpan()),
                Seconds(estimate.OffsetError),
                Number(estimate.DriftPpm),
                Number(estimate.DriftErrorPpm),
                Seconds(estimate.LargestError),
                $"{estimate.PairCount}",
                $"{estimate.InlierCount}",
                estimate.Caution);
        }

        return table;
    }

    public static Table Of(IEnumerable<ClockCorrection> corrections)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns("Correction", "Device", "From", "To", "Offset s", "Drift ppm", "At device time", "By", "Recorded", "Note", "Revoked by");
        foreach (var correction in corrections)
        {
            Add(
                table,
                correction.CorrectionId,
                correction.DeviceId,
                ClockOptions.Text(correction.FromDeviceTime),
                ClockOptions.Text(correction.ToDeviceTime),
                Offsets.Format(correction.Offset.ToTimeSpan()),
                Number(correction.DriftPpm),
                ClockOptions.Text(correction.ReferenceDeviceTime),
                correction.RecordedBy,
                ClockOptions.Text(correction.RecordTime),
                correction.Note,
                correction.RevokedBy);
        }

        return table;
    }

    public static object Json(ClockEstimate estimate) => new
    {
        source = SourceOf(estimate),
        reference = estimate.ReferenceDeviceId,
        point = estimate.TimingPointId,
        at = ClockOptions.Text(estimate.ReferenceDeviceTime),
        offsetS = estimate.Offset.ToTimeSpan().TotalSeconds,
        offsetErrorS = estimate.OffsetError.ToTimeSpan().TotalSeconds,
        driftPpm = estimate.DriftPpm,
        driftErrorPpm = estimate.DriftErrorPpm,
        largestErrorS = estimate.LargestError.ToTimeSpan().TotalSeconds,
        pairs = estimate.PairCount,
        inliers = estimate.InlierCount,
        scatterS = estimate.Scatter.ToTimeSpan().TotalSeconds,
        first = ClockOptions.Text(estimate.FirstDeviceTime),
        last = ClockOptions.Text(estimate.LastDeviceTime),
        caution = estimate.Caution,
    };

    public static object Json(ClockCorrection correction) => new
    {
        id = correction.CorrectionId,
        device = correction.DeviceId,
        from = ClockOptions.Text(correction.FromDeviceTime),
        to = ClockOptions.Text(correction.ToDeviceTime),
        offsetS = correction.Offset.ToTimeSpan().TotalSeconds,
        driftPpm = correction.DriftPpm,
        at = ClockOptions.Text(correction.ReferenceDeviceTime),
        by = correction.RecordedBy,
        recorded = ClockOptions.Text(correction.RecordTime),
        note = correction.Note,
        revokedBy = correction.RevokedBy,
        revoked = ClockOptions.Text(correction.RevokeTime),
        revokeNote = correction.RevokeNote,
    };

    private static string SourceOf(ClockEstimate estimate) => estimate.Source == ClockEstimateSource.SyncSamples ? "sync" : "double-reads";

    private static void Add(Table table, params string[] cells) => table.AddRow(cells.Select(Markup.Escape).ToArray());

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Seconds(Duration duration) => duration.ToTimeSpan().TotalSeconds.ToString("0.0000", CultureInfo.InvariantCulture);
}
