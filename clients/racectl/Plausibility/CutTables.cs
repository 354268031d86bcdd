using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.Anomalies;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Plausibility;

/// <summary>Suspicions for people and for programs.</summary>
internal static class CutTables
{
    public static Table Of(IReadOnlyList<CutSuspicion> suspicions) => Tables.Of(
        ["Bib", "Name", "Probability", "Stretch", "Took", "Expected", "Pace /km", "Expected /km", "Skipped m", "As fast", "Mats that missed the runner (others read)", "Anomaly"],
        suspicions.Select(suspicion => new[]
        {
            suspicion.Bib,
            suspicion.DisplayName,
            suspicion.Probability.ToString("0.000", CultureInfo.InvariantCulture),
            $"{suspicion.FromSplitId} to {suspicion.ToSplitId}",
            Clock(suspicion.Elapsed),
            Clock(suspicion.ExpectedElapsed),
            Pace(suspicion.Elapsed, suspicion.DistanceM),
            Pace(suspicion.ExpectedElapsed, suspicion.DistanceM),
            $"{suspicion.SkippedM} ({suspicion.SkippedLowM} to {suspicion.SkippedHighM})",
            string.Create(CultureInfo.InvariantCulture, $"{suspicion.FasterShare * 100:0.0} % of {suspicion.ComparedCount}"),
            string.Join(", ", suspicion.MissedMats.Select(mat => $"{mat.SplitId} ({mat.OtherReadCount} of {mat.OtherCount})")),
            $"{suspicion.AnomalyId} {StateOf(suspicion)}",
        }),
        $"{suspicions.Count} runners who may have cut the course");

    public static object Json(CutSuspicion suspicion) => new
    {
        bib = suspicion.Bib,
        name = suspicion.DisplayName,
        probability = suspicion.Probability,
        fromSplit = suspicion.FromSplitId,
        toSplit = suspicion.ToSplitId,
        distanceM = suspicion.DistanceM,
        fromTime = Moments.Text(suspicion.FromTime),
        toTime = Moments.Text(suspicion.ToTime),
        elapsedS = suspicion.Elapsed.ToTimeSpan().TotalSeconds,
        expectedS = suspicion.ExpectedElapsed.ToTimeSpan().TotalSeconds,
        skippedM = suspicion.SkippedM,
        skippedLowM = suspicion.SkippedLowM,
        skippedHighM = suspicion.SkippedHighM,
        fasterShare = suspicion.FasterShare,
        compared = suspicion.ComparedCount,
        missedMats = suspicion.MissedMats.Select(mat => new
        {
            split = mat.SplitId,
            timingPoint = mat.TimingPointId,
            minute = Moments.Text(mat.MinuteTime),
            others = mat.OtherCount,
            othersRead = mat.OtherReadCount,
            missProbability = mat.MissProbability,
        }),
        anomaly = suspicion.AnomalyId,
        state = AnomalyText.Word(suspicion.State),
        adjudication = suspicion.AdjudicationId,
    };

    private static string StateOf(CutSuspicion suspicion) =>
        suspicion.AdjudicationId.Length > 0 ? $"({AnomalyText.Word(suspicion.State)}: {suspicion.AdjudicationId})" : $"({AnomalyText.Word(suspicion.State)})";

    private static string Clock(Duration time) => time.ToTimeSpan().ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);

    private static string Pace(Duration time, long metres) =>
        metres <= 0 ? "" : TimeSpan.FromSeconds(time.ToTimeSpan().TotalSeconds * 1_000 / metres).ToString(@"m\:ss", CultureInfo.InvariantCulture);
}
