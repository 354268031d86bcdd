using RaceSystem.Results.Core.Anomalies;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Tests.Core.Anomalies;

/// <summary>Chips, bibs and facts that nobody has, or too many.</summary>
public sealed class MeetAnomaliesTests
{
    [Fact]
    public void A_clean_race_has_none()
    {
        var field = new Field(Field.Marathon()).Gun().Runner("1").Runner("2");
        foreach (var chip in new[] { "C1", "C2" })
        {
            field.Passes(chip, "start", 10).Passes(chip, "10k", 2400).Passes(chip, "finish", 10500);
        }

        Assert.Empty(field.Anomalies());
    }

    [Fact]
    public void A_chip_that_nobody_wears_is_listed_with_its_passings()
    {
        var anomaly = Assert.Single(new Field(Field.Marathon()).Gun().Runner("1").Passes("LOST", "start", 10).Passes("LOST", "10k", 2400).Anomalies());

        Assert.Equal((AnomalyKind.UnknownChip, AnomalySeverity.Warning), (anomaly.Kind, anomaly.Severity));
        Assert.Equal(["start", "10k"], anomaly.Evidence.Select(reading => reading.TimingPointId));
    }

    [Fact]
    public void A_chip_on_two_runners_is_severe_and_either_may_keep_it()
    {
        var field = new Field(Field.Marathon()).Gun().Runner("1", chips: "X").Runner("2", chips: ["C2", "X"]);

        var anomaly = Assert.Single(field.Anomalies());

        Assert.Equal((AnomalyKind.SharedChip, AnomalySeverity.Severe), (anomaly.Kind, anomaly.Severity));
        Assert.Equal(["1", "2"], anomaly.Suggestions.Select(suggestion => suggestion.Bib));
    }

    [Fact]
    public void A_runner_without_sex_is_a_notice_once_measured()
    {
        var field = new Field(Field.Marathon()).Gun().Runner("1").Runner("2", Sex.Unknown).Passes("C1", "start", 10);

        Assert.Empty(field.Anomalies());
        Assert.Equal(AnomalyKind.MissingSex, Assert.Single(field.Passes("C2", "start", 11).Anomalies()).Kind);
    }

    [Fact]
    public void A_bib_that_nobody_wears_is_listed_with_what_was_written_down()
    {
        var anomaly = Assert.Single(new Field(Field.Marathon()).Gun().Runner("1").Noted("77", "finish", (9000, 5, false)).Anomalies());

        Assert.Equal((AnomalyKind.UnknownBib, "77", "finish"), (anomaly.Kind, anomaly.Bibs[0], anomaly.Evidence[0].TimingPointId));
    }
}
