using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.Plausibility;
using RaceSystem.Results.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Tests.Plausibility;

public sealed class PlausibilityTablesTests
{
    private static readonly CutSuspicion Suspicion = new()
    {
        Bib = "46856",
        DisplayName = "A [cutter]",
        Probability = 0.9996,
        FromSplitId = "half",
        ToSplitId = "30k",
        DistanceM = 8_902,
        FromTime = At(0),
        ToTime = At(53),
        Elapsed = Duration.FromTimeSpan(TimeSpan.FromMinutes(53)),
        ExpectedElapsed = Duration.FromTimeSpan(TimeSpan.FromMinutes(93)),
        SkippedM = 3_790,
        SkippedLowM = 3_000,
        SkippedHighM = 4_500,
        FasterShare = 0.004,
        ComparedCount = 250,
        MissedMats = { new MissedMat { SplitId = "25k", TimingPointId = "25k", MinuteTime = At(30), OtherCount = 29, OtherReadCount = 28, MissProbability = 0.01 } },
    };

    private static readonly PointMinute[] Minutes =
    [
        new() { SplitId = "10k", TimingPointId = "bridge", MinuteTime = At(1), ExpectedCount = 30, ReadCount = 30, FailureProbability = 0.001 },
        new() { SplitId = "10k", TimingPointId = "bridge", MinuteTime = At(2), ExpectedCount = 20, ReadCount = 5, FailureProbability = 0.998 },
    ];

    [Fact]
    public void A_suspicion_is_told_with_times_paces_share_and_mats() =>
        Assert.All(
            ["46856", "A [cutter]", "1.000", "half to 30k", "0:53:00", "1:33:00", "5:57", "10:26", "3790 (3000 to 4500)", "0.4 % of 250", "25k (28 of 29)"],
            part => Assert.Contains(part, Text(CutTables.Of([Suspicion])), StringComparison.Ordinal));

    [Fact]
    public void Json_of_a_suspicion_names_the_mats()
    {
        var json = JsonSerializer.SerializeToElement(CutTables.Json(Suspicion));
        Assert.Equal((3180, 3790), (json.GetProperty("elapsedS").GetDouble(), json.GetProperty("skippedM").GetInt64()));
        Assert.Equal("25k", json.GetProperty("missedMats")[0].GetProperty("split").GetString());
    }

    [Fact]
    public void Mats_are_summed_up_or_told_by_the_minute()
    {
        Assert.All(["10k", "bridge", "50", "35", "30.00 %", "09:02 and 09:02"], part => Assert.Contains(part, Text(MatTables.Summary(Minutes)), StringComparison.Ordinal));
        Assert.All(["09:01", "09:02", "0.998"], part => Assert.Contains(part, Text(MatTables.Minutes(Minutes)), StringComparison.Ordinal));
        Assert.Equal(20, JsonSerializer.SerializeToElement(MatTables.Json(Minutes[1])).GetProperty("crossed").GetInt32());
    }

    private static Timestamp At(int minute) => Timestamp.FromDateTime(new DateTime(2025, 4, 6, 9, 0, 0, DateTimeKind.Utc).AddMinutes(minute));

    private static string Text(Table table)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 300;
        console.Write(table);
        return writer.ToString();
    }
}
