using System.Text.Json;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Plausibility;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing;

namespace RaceSystem.Results.Tests.Publishing.Tables;

/// <summary>What was not measured is never in a column of what was.</summary>
public sealed class InferredSplitExportTests
{
    [Fact]
    public void Csv_has_inferred_splits_in_columns_of_their_own_and_only_when_asked()
    {
        var sheet = Sheet();

        var plain = Lines(new ExportOrder { Format = ExportFormat.Csv }, sheet);
        var inferred = Lines(new ExportOrder { Format = ExportFormat.Csv, WithInferred = true, Splits = ExportSplitBasis.Gun }, sheet);

        Assert.EndsWith(",split_5k_s,split_half_s", plain[0], StringComparison.Ordinal);
        Assert.EndsWith(",1500,", plain[1], StringComparison.Ordinal);
        Assert.EndsWith(",split_5k_s,split_half_s,inferred_5k_s,inferred_5k_low_s,inferred_5k_high_s,inferred_half_s,inferred_half_low_s,inferred_half_high_s", inferred[0], StringComparison.Ordinal);
        Assert.EndsWith(",,,,,4010,3910,4110", inferred[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_inferred_splits_apart_from_the_measured_ones()
    {
        using var json = JsonDocument.Parse(Exported.Text(ExportFormat.Json, Sheet()));
        var row = json.RootElement[0];

        Assert.Equal(1500, row.GetProperty("splits").GetProperty("5k").GetInt32());
        Assert.False(row.GetProperty("splits").TryGetProperty("half", out _));
        var half = row.GetProperty("inferred_splits").GetProperty("half");
        Assert.Equal((4000, 3900, 4100), (half.GetProperty("time_s").GetInt32(), half.GetProperty("low_s").GetInt32(), half.GetProperty("high_s").GetInt32()));
        Assert.False(json.RootElement[1].TryGetProperty("inferred_splits", out _));
    }

    private static ResultSheet Sheet()
    {
        var row = SheetOf.Row("7", place: 1);
        var splits = row.Splits.ToArray();
        splits[2] = splits[2] with { Inferred = new InferredSplitTimes(Times(4_000), Times(4_010), null) };
        return SheetOf.Rows(row with { Splits = splits }, SheetOf.Row("8", place: 2));
    }

    private static InferredTime Times(long seconds) => new(Elapsed.FromSeconds(seconds), Elapsed.FromSeconds(seconds - 100), Elapsed.FromSeconds(seconds + 100));

    private static string[] Lines(ExportOrder order, ResultSheet sheet) => Exported.Text(order, sheet).TrimEnd('\n').Split('\n');
}
