using System.Globalization;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Plausibility;

/// <summary>Mats for people and for programs.</summary>
internal static class MatTables
{
    private const double Likely = 0.5;

    /// <summary>One line a mat.</summary>
    public static Table Summary(IReadOnlyList<PointMinute> minutes) => Tables.Of(
        ["Split", "Timing point", "Crossed", "Read", "Missed", "Failed minutes", "Between (UTC)"],
        minutes.GroupBy(minute => (minute.SplitId, minute.TimingPointId)).Select(mat => SummaryOf(mat.Key.SplitId, mat.Key.TimingPointId, [.. mat])));

    private static string[] SummaryOf(string split, string point, PointMinute[] minutes)
    {
        var (crossed, read) = (minutes.Sum(minute => minute.ExpectedCount), minutes.Sum(minute => minute.ReadCount));
        var failed = minutes.Where(minute => minute.FailureProbability >= Likely).ToArray();
        return
        [
            split,
            point,
            $"{crossed}",
            $"{read}",
            crossed == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * (crossed - read) / crossed:0.00} %"),
            failed.Length == 0 ? "" : $"{failed.Length}",
            failed.Length == 0 ? "" : $"{Minute(failed[0])} and {Minute(failed[^1])}",
        ];
    }

    /// <summary>One line a minute.</summary>
    public static Table Minutes(IReadOnlyList<PointMinute> minutes) => Tables.Of(
        ["Split", "Timing point", "Minute (UTC)", "Crossed", "Read", "Failed with probability"],
        minutes.Select(minute => new[]
        {
            minute.SplitId,
            minute.TimingPointId,
            Minute(minute),
            $"{minute.ExpectedCount}",
            $"{minute.ReadCount}",
            minute.FailureProbability.ToString("0.000", CultureInfo.InvariantCulture),
        }));

    public static object Json(PointMinute minute) => new
    {
        split = minute.SplitId,
        timingPoint = minute.TimingPointId,
        minute = Moments.Text(minute.MinuteTime),
        crossed = minute.ExpectedCount,
        read = minute.ReadCount,
        failureProbability = minute.FailureProbability,
    };

    private static string Minute(PointMinute minute) => minute.MinuteTime.ToDateTime().ToString("HH:mm", CultureInfo.InvariantCulture);
}
