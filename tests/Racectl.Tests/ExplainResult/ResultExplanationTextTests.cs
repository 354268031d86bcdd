using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.ExplainResult;
using RaceSystem.Results.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Tests.ExplainResult;

public sealed class ResultExplanationTextTests
{
    private static readonly DateTime Gun = new(2025, 4, 6, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_result_is_told_with_its_places_and_each_read_with_what_became_of_it()
    {
        var lines = Lines(Explained());

        Assert.Equal("Bib 7 (Ri, Chol), half: FIN, 1:05:01, place 3, 2 by sex, 1 in M40", lines[0]);
        Assert.Equal("  rule: gun", lines[1]);
        Assert.Contains("Times in UTC, of 2025-04-06:", lines);
        Assert.Contains(lines, line => line.Contains("10:05:00.250000", StringComparison.Ordinal) && line.Contains("gave the time; crossing of 'finish'", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("held: too early", StringComparison.Ordinal));
    }

    [Fact]
    public void Reads_stand_by_time_whatever_the_order_of_the_points()
    {
        var text = string.Join('\n', Lines(Explained()));
        Assert.True(text.LastIndexOf("start-1", StringComparison.Ordinal) < text.IndexOf("finish-1", StringComparison.Ordinal), text);
    }

    [Fact]
    public void Chip_and_device_time_have_columns_where_they_tell_something()
    {
        var explanation = Explained();
        Assert.DoesNotContain("Device time", string.Join('\n', Lines(explanation)), StringComparison.Ordinal);

        explanation.Reads[0].Reads[0].DeviceTime = At(-30);
        explanation.Reads[0].Chip = "B";
        var text = string.Join('\n', Lines(explanation));
        Assert.All(["Device time", "+3930.250000", "Chip"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Who_has_no_time_and_no_name_is_told_without_holes()
    {
        var explanation = new ExplainResultResponse
        {
            Result = new ParticipantResult { RaceId = "half", Standing = new Standing { Bib = "8", Status = ResultStatus.Dns, Places = new Places() } },
            Gun = new ExplainedGun(),
        };
        Assert.Equal("Bib 8, half: DNS, no time, no place", Lines(explanation)[0]);
    }

    private static ExplainResultResponse Explained() => new()
    {
        Result = new ParticipantResult
        {
            RaceId = "half",
            Standing = new Standing
            {
                Bib = "7",
                DisplayName = "Ri, Chol",
                DivisionId = "M40",
                Status = ResultStatus.Finished,
                OfficialTime = Duration.FromTimeSpan(TimeSpan.FromSeconds(3_901)),
                Places = new Places { Overall = 3, BySex = 2, ByDivision = 1 },
            },
        },
        Gun = new ExplainedGun { StartTime = At(0) },
        Steps = { "rule: gun" },
        Passings = { new RunnerPassing { TimingPointId = "finish", Origin = PassingOrigin.Chip, Chip = "A", PassingTime = At(3_900.25), Verdict = PassingVerdict.Counts, SplitId = "finish", Rule = "counts", PassingNumber = 1 } },
        Reads =
        {
            ReadsOf("finish", new ExplainedRead { CorrectedTime = At(3_900.25), DeviceTime = At(3_900.25), DeviceId = "finish-1", PassingNumber = 1, Rule = "gave the time" }),
            ReadsOf("start", new ExplainedRead { CorrectedTime = At(-1), DeviceTime = At(-1), DeviceId = "start-1", Rule = "held: too early" }),
        },
    };

    private static ChipReads ReadsOf(string point, ExplainedRead read) =>
        new() { TimingPoint = new TimingPoint { TimingPointId = point }, Chip = "A", Reads = { read }, ReadCount = 1 };

    private static Timestamp At(double second) => Timestamp.FromDateTime(Gun.AddSeconds(second));

    private static string[] Lines(ExplainResultResponse explanation)
    {
        using var output = new StringWriter();
        ResultExplanationText.Write(new Terminal(output, TextWriter.Null, isJson: false), explanation);
        return output.ToString().Split('\n');
    }
}
