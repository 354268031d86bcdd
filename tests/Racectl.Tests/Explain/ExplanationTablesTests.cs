using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.Explain;
using RaceSystem.Timing.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Tests.Explain;

public sealed class ExplanationTablesTests
{
    private static readonly ExplainPassingResponse Explanation = new()
    {
        Passings = { new ExplainedPassing { Number = 2, Counts = true, ReadCount = 1, Span = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(1_250)), Rule = "first read [of main]", PassingTime = At(2) } },
        Reads =
        {
            new ExplainedRead { DeviceId = "finish-1", DeviceTime = At(1), CorrectedTime = At(2), RssiDbm = -61, PassingNumber = 2, Disposition = ReadDisposition.GaveTime, Rule = "gave the time" },
            new ExplainedRead { DeviceId = "finish-2", DeviceTime = At(9), CorrectedTime = At(9), Disposition = ReadDisposition.Quarantined, Rule = "held", QuarantineId = "q-1" },
        },
    };

    [Fact]
    public void A_passing_and_its_reads_are_told_with_the_rule()
    {
        Assert.All(["2", "yes", "1.250", "first read [of main]", "2025-04-06T09:00:02.000000Z"], part => Assert.Contains(part, Text(ExplanationTables.PassingsOf(Explanation)), StringComparison.Ordinal));
        Assert.All(["finish-1", "-61", "gave the time", "2025-04-06T09:00:01.000000Z", "held"], part => Assert.Contains(part, Text(ExplanationTables.ReadsOf(Explanation)), StringComparison.Ordinal));
    }

    [Fact]
    public void Json_names_disposition_and_quarantine()
    {
        var json = JsonSerializer.SerializeToElement(ExplanationTables.Json(Explanation));
        Assert.Equal(["gave-time", "quarantined"], json.GetProperty("reads").EnumerateArray().Select(read => read.GetProperty("disposition").GetString()));
        Assert.Equal("q-1", json.GetProperty("reads")[1].GetProperty("quarantine").GetString());
        Assert.Equal(1.25, json.GetProperty("passings")[0].GetProperty("spanS").GetDouble());
    }

    private static Timestamp At(int second) => Timestamp.FromDateTime(new DateTime(2025, 4, 6, 9, 0, second, DateTimeKind.Utc));

    private static string Text(Table table)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 300;
        console.Write(table);
        return writer.ToString();
    }
}
