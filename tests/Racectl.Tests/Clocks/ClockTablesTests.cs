using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.Clocks;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.Quarantines;
using RaceSystem.Timing.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Tests.Clocks;

public sealed class ClockTablesTests
{
    private static readonly ClockCorrection Correction = new()
    {
        CorrectionId = "c-1",
        DeviceId = "finish-b",
        Offset = Duration.FromTimeSpan(TimeSpan.FromSeconds(1.5)),
        DriftPpm = 20,
        ReferenceDeviceTime = Timestamp.FromDateTime(new DateTime(2025, 4, 6, 9, 0, 0, DateTimeKind.Utc)),
        RecordedBy = "race [control]",
        RecordTime = Timestamp.FromDateTime(new DateTime(2025, 4, 6, 12, 0, 0, DateTimeKind.Utc)),
    };

    [Fact]
    public void Corrections_and_estimates_are_told_with_sign_and_microseconds()
    {
        Assert.Contains("+1.500000", Text(ClockTables.Of([Correction])), StringComparison.Ordinal);
        Assert.Contains("race [control]", Text(ClockTables.Of([Correction])), StringComparison.Ordinal);
        var estimate = new ClockEstimate
        {
            Source = ClockEstimateSource.DoubleReads,
            ReferenceDeviceId = "finish-a",
            Offset = Duration.FromTimeSpan(TimeSpan.FromMicroseconds(-90_020)),
            OffsetError = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(3)),
            LargestError = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(6)),
            Scatter = new Duration(),
            DriftPpm = 19.871,
            PairCount = 200,
            InlierCount = 197,
        };
        var text = Text(ClockTables.Of([estimate]));
        Assert.All(["-0.090020", "19.871", "0.0030", "0.0060", "double-reads", "197"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Contains("\"offsetS\":-0.09002", JsonSerializer.Serialize(ClockTables.Json(estimate)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quarantine_names_its_fault_reads_and_correction()
    {
        var one = new Quarantine
        {
            QuarantineId = "q-1",
            DeviceId = "finish-b",
            State = QuarantineState.Released,
            Fault = ClockFault.Unset,
            SuspectedOffset = Duration.FromTimeSpan(TimeSpan.FromDays(20_000)),
            ReadCount = 12,
            Correction = Correction,
        };
        Assert.All(["q-1", "released", "unset", "+1728000000.000000", "12"], part => Assert.Contains(part, Text(QuarantineTable.Of([one])), StringComparison.Ordinal));
        Assert.Contains("\"correction\":{\"id\":\"c-1\"", JsonSerializer.Serialize(QuarantineTable.Json(one)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.5s", 1.5)]
    [InlineData("-90ms", -0.09)]
    [InlineData("+9h", 32_400)]
    [InlineData("20454d", 20_454 * 86_400.0)]
    [InlineData("0.000001s", 0.000001)]
    [InlineData("0", 0)]
    public void Offsets_are_typed_with_a_sign_and_a_unit(string text, double seconds) => Assert.Equal(TimeSpan.FromMicroseconds(Math.Round(seconds * 1e6)), Offsets.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("s")]
    [InlineData("1,5s")]
    [InlineData("99999d")]
    [InlineData("79228162514264337593543950335s")]
    public void What_is_no_offset_is_none(string text) => Assert.Null(Offsets.Parse(text));

    private static string Text(Table table)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 400;
        console.Write(table);
        return writer.ToString();
    }
}
