using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.Adjudications;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;
using RaceSystem.Testing;
using Spectre.Console;

namespace RaceSystem.Racectl.Tests.Adjudications;

public sealed class AdjudicationTextTests
{
    private static readonly Adjudication Penalty = new()
    {
        AdjudicationId = "d-1",
        RaceId = "half",
        Bib = "7",
        DecidedBy = "Referee",
        DecideTime = Timestamp.FromDateTime(new DateTime(2025, 4, 6, 12, 30, 59, DateTimeKind.Utc)),
        Penalty = new Penalty { Time = Duration.FromTimeSpan(TimeSpan.FromSeconds(30)), RuleNumber = "TR 7" },
    };

    private static readonly AdjudicationEffect Effect = new()
    {
        ChangedCount = 3,
        MovedCount = 2,
        Rows = { Row("7", 3_600, 3_630, 1, 2), Row("9", 3_610, 3_610, 2, 1), Row("11", 3_700, 3_700, 3, 3) },
    };

    [Fact]
    public void A_preview_says_what_would_change_and_names_no_id_that_will_not_be() =>
        Assert.Equal("This decision (penalty +0:00:30, TR 7) would be recorded; 3 runners would change, 2 of them in places only.", Answer(preview: true)[0]);

    [Fact]
    public void A_recorded_decision_is_named_by_its_id() =>
        Assert.StartsWith("d-1 (penalty +0:00:30, TR 7) is recorded; 3 runners changed", Answer(preview: false)[0], StringComparison.Ordinal);

    [Fact]
    public void The_effect_shows_who_changes_at_the_finish_and_nobody_else()
    {
        var lines = Answer(preview: true);
        Assert.Contains(lines, line => line.Contains("1:00:00 → 1:00:30", StringComparison.Ordinal) && line.Contains("1 → 2", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("│ 9 ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("│ 11 ", StringComparison.Ordinal));
    }

    [Fact]
    public void Revocations_and_appeals_have_columns_where_there_are_any()
    {
        Assert.DoesNotContain("Appeal", Text([Penalty]), StringComparison.Ordinal);

        var appealed = Penalty.Clone();
        appealed.Appeal = new Appeal { State = AppealState.Lodged, Deadline = Penalty.DecideTime };
        var text = Text([Penalty, appealed]);
        Assert.Contains("open, until 2025-04-06 12:30", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Revoked by", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recorders_list_may_have_times_a_heading_and_empty_lines()
    {
        using var folder = new TempFolder();
        var file = folder.Combine("order.txt");
        File.WriteAllText(file, "bib\ttime\n12\t0:31:02\n\nA7,0:31:02\n31 0:31:05\n");
        Assert.Equal(["12", "A7", "31"], BibFile.Read(file));
        Assert.Equal(["12", "7", "31"], BibFile.Split("12, 7;31"));
    }

    private static string[] Answer(bool preview)
    {
        using var output = new StringWriter();
        AdjudicationText.Answer(new Terminal(output, TextWriter.Null, isJson: false), preview ? "would be recorded" : "is recorded", preview, Penalty, Effect);
        return output.ToString().Split('\n');
    }

    private static EffectRow Row(string bib, int before, int after, int placeBefore, int placeAfter) =>
        new() { RaceId = "half", Before = Standing(bib, before, placeBefore), After = Standing(bib, after, placeAfter) };

    private static Standing Standing(string bib, int seconds, int place) =>
        new() { Bib = bib, Status = ResultStatus.Finished, OfficialTime = Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds)), Places = new Places { Overall = place } };

    private static string Text(Adjudication[] adjudications)
    {
        using var writer = new StringWriter();
        new Terminal(writer, TextWriter.Null, isJson: false).OutputConsole().Write(AdjudicationText.Table(adjudications));
        return writer.ToString();
    }
}
