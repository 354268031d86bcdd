using RaceSystem.Racectl.Manual;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Racectl.Tests.Manual;

public sealed class ManualFileTests
{
    private static readonly DeviceTimes Seoul = new(DeviceTimes.ZoneOf("Asia/Seoul")!, new DateOnly(2026, 4, 5));

    [Fact]
    public void Good_lines_are_read_and_each_bad_one_is_told_with_its_number_and_reason()
    {
        var file = ManualFile.Read(
            new StringReader("\uFEFFBib,Time,Note\n7,10:15:30.2\n\n8,9:05:00,\"fell, got up\"\n9,25:00:00\n?,10:00:00\n10\n11,2026-04-05T10:15:30+09:00\n12,2026-04-05T10:15:30\n13,10:15:30.1234567\n"),
            Seoul);
        Assert.Equal(
            ["2 7 2026-04-05T01:15:30.200000Z ", "4 8 2026-04-05T00:05:00.000000Z fell, got up", "8 11 2026-04-05T01:15:30.000000Z "],
            file.Lines.Select(line => $"{line.Line} {line.Bib} {line.Time} {line.Note}"));
        Assert.Equal([5, 6, 7, 9, 10], file.Problems.Select(problem => problem.Line));
        Assert.Equal(["time", "bib", "", "time", "time"], file.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void A_time_that_there_was_twice_or_never_is_not_guessed()
    {
        var autumn = new DeviceTimes(DeviceTimes.ZoneOf("Europe/Berlin")!, new DateOnly(2026, 10, 25));
        Assert.Contains("happened twice", Assert.Single(ManualFile.Read(new StringReader("7,2:30:00"), autumn).Problems).Message, StringComparison.Ordinal);
        var spring = new DeviceTimes(DeviceTimes.ZoneOf("Europe/Berlin")!, new DateOnly(2026, 3, 29));
        Assert.Contains("does not exist", Assert.Single(ManualFile.Read(new StringReader("7,2:30:00"), spring).Problems).Message, StringComparison.Ordinal);
        var undated = new DeviceTimes(TimeZoneInfo.Utc);
        Assert.Contains("no date", Assert.Single(ManualFile.Read(new StringReader("7,2:30:00"), undated).Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00:00:00", 0)]
    [InlineData("9:05:00", 32_700_000_000)]
    [InlineData("23:59:59.999999", 86_399_999_999)]
    [InlineData("10:15:30.2", 36_930_200_000)]
    public void Times_of_day_are_exact(string text, long micros) => Assert.Equal(micros, ManualLine.MicrosOfDay(text));

    [Theory]
    [InlineData("24:00:00")]
    [InlineData("10:15")]
    [InlineData("10:60:00")]
    [InlineData("-1:00:00")]
    [InlineData("10:15:30.")]
    [InlineData("10:15:30,2")]
    [InlineData("")]
    public void Anything_else_is_no_time_of_day(string text) => Assert.Null(ManualLine.MicrosOfDay(text));
}
