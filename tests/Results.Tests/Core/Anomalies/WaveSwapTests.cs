using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Anomalies;
using RaceSystem.Results.Core.Races;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Core.Anomalies;

/// <summary>Bibs swapped between the waves of one race.</summary>
public sealed class WaveSwapTests
{
    private readonly int _seed = Seed.Next();

    [Fact]
    public void Two_of_a_club_who_each_started_with_the_others_wave_are_one_swap()
    {
        var morning = Swapped(new Morning(_seed), "20", "150", "Arirang");

        var anomaly = Assert.Single(morning.Anomalies());

        Assert.Equal((AnomalyKind.SwappedBibs, AnomalySeverity.Severe), (anomaly.Kind, anomaly.Severity));
        Assert.Equal(["20", "150"], anomaly.Bibs);
        Assert.Equal(new BibSwap("150"), anomaly.Suggestions[0].Decision);
        Assert.Equal(["second", "first"], anomaly.Suggestions.Select(suggestion => suggestion.Decision).OfType<StartWithWave>().Select(start => start.WaveId));
        Assert.Contains("Bib 20 of wave 'first' started with wave 'second', and bib 150 of wave 'second' with wave 'first'", anomaly.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void The_suggested_swap_settles_it()
    {
        var morning = Swapped(new Morning(_seed), "20", "150", "Arirang");
        var open = Assert.Single(morning.Anomalies());

        morning.Decide(new Adjudication("swap", "half", "20", open.Suggestions[0].Decision, Field.At(20_000)));

        var decided = Assert.Single(morning.Anomalies());
        Assert.Equal((open.AnomalyId, AnomalyState.Decided, "swap"), (decided.AnomalyId, decided.State, decided.AdjudicationId));
    }

    [Fact]
    public void Strangers_who_alone_went_each_way_may_be_one()
    {
        var anomaly = Assert.Single(Swapped(new Morning(_seed), "20", "150", "").Anomalies());

        Assert.Equal((AnomalyKind.SwappedBibs, AnomalySeverity.Warning), (anomaly.Kind, anomaly.Severity));
    }

    [Fact]
    public void Several_strangers_in_the_wrong_wave_are_none()
    {
        var anomalies = Swapped(Swapped(new Morning(_seed), "20", "150", ""), "30", "170", "").Anomalies();

        Assert.Equal(["20", "30", "150", "170"], anomalies.Select(anomaly => Assert.Single(anomaly.Bibs)));
        Assert.All(anomalies, anomaly => Assert.Equal(AnomalyKind.AnotherWave, anomaly.Kind));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(600)]
    public void Waves_so_close_that_starting_late_is_nothing_alone_tell_it_of_neighbouring_bibs(double gap)
    {
        var anomaly = Assert.Single(Swapped(new Morning(_seed, gap), "99", "100", "").Anomalies());

        Assert.Equal((AnomalyKind.SwappedBibs, AnomalySeverity.Severe), (anomaly.Kind, anomaly.Severity));
        Assert.Equal(["99", "100"], anomaly.Bibs);
        Assert.Equal(new BibSwap("100"), anomaly.Suggestions[0].Decision);
    }

    [Fact]
    public void Of_strangers_in_close_waves_only_the_early_one_is_listed()
    {
        var anomaly = Assert.Single(Swapped(new Morning(_seed, 300), "20", "150", "").Anomalies());

        Assert.Equal((AnomalyKind.AnotherWave, "150"), (anomaly.Kind, Assert.Single(anomaly.Bibs)));
    }

    /// <summary>Each wears the other's chip.</summary>
    private static Morning Swapped(Morning morning, string one, string other, string club) => morning
        .Change(one, entry => entry with { Chips = ["C" + other], Club = club })
        .Change(other, entry => entry with { Chips = ["C" + one], Club = club });
}
