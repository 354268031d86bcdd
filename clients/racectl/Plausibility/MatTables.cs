using System.Globalization;
using RaceSystem.Racectl.Clocks;
using RaceSystem.Results.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Plausibility;

/// <summary>Mats for people and for programs.</summary>
internal static class MatTables
{
    private const double Likely = 0.5;

    /// <summary>One line a mat.</summary>
    public static Table Summary(IReadOnlyList<PointMinute> minutes)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns("Split", "Timing point", "Crossed", "Read", "Missed", "Failed minutes", "Between (UTC)");
        foreach (var mat in minutes.GroupBy(minute => (minute.SplitId, minute.TimingPointId)))
        {
            var (crossed, read) = (mat.Sum(minute => minute.ExpectedCount), mat.Sum(minute => minute.ReadCount));
            var failed = mat.Where(minute => minute.FailureProbability >= Likely).ToArray();
            table.AddRow(new[]
            {
                mat.Key.SplitId,
                mat.Key.TimingPointId,
                $"{crossed}",
                $"{read}",
                crossed == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * (crossed - read) / crossed:0.00} %"),
                failed.Length == 0 ? "" : $"{failed.Length}",
                failed.Length == 0 ? "" : $"{Minute(failed[0])} and {Minute(failed[^1])}",
            }.Select(Markup.Escape).ToArray());
        }

        return table;
    }

    /// <summary>One line a minute.</summary>
    public static Table Minutes(IReadOnlyList<PointMinute> minutes)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns("Split", "Timing point", "Minute (UTC)", "Crossed", "Read", "Failed with probability");
        foreach (var minute in minutes)
        {
            table.AddRow(new[]
            {
                minute.SplitId,
                minute.TimingPointId,
                Minute(minute),
                $"{minute.ExpectedCount}",
                $"{minute.ReadCount}",
                minute.FailureProbability.ToString("0.000", CultureInfo.InvariantCulture),
            }.Select(Markup.Escape).ToArray());
        }

        return table;
    }

    public static object Json(PointMinute minute) => new
    {
        split = minute.SplitId,
        timingPoint = minute.TimingPointId,
        minute = ClockOptions.Text(minute.MinuteTime),
        crossed = minute.ExpectedCount,
        read = minute.ReadCount,
        failureProbability = minute.FailureProbability,
    };

    private static string Minute(PointMinute minute) => minute.MinuteTime.ToDateTime().ToString("HH:mm", CultureInfo.InvariantCulture);
}
