using RaceSystem.Kernel;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Tests.Core.Entries;

public sealed class EntryFitTests
{
    [Fact]
    public void Entries_that_stay_valid_allow_any_change()
    {
        var fit = Fit(Sample.Race("marathon") with { Waves = [Sample.FirstWave], Divisions = [], Course = Sample.Race("marathon").Course });
        Assert.True(fit.Check(Sample.Read(Sample.Entry("e1"))));
        Assert.True(fit.Check(Sample.Read(Sample.Entry("e2") with { WaveId = "w1" })));
        fit.Refuse();
    }

    [Fact]
    public void Taking_away_a_wave_in_use_is_refused_with_count_and_example()
    {
        var fit = Fit(Sample.Race("marathon") with { Waves = [Sample.FirstWave] });
        Assert.False(fit.Check(Sample.Read(Sample.Entry("e1") with { WaveId = "w2" })));
        Assert.False(fit.Check(Sample.Read(Sample.Entry("e2") with { WaveId = "w2" })));
        var refusal = Assert.Throws<RefusalException>(fit.Refuse);
        Assert.Equal((Reasons.WaveInUse, RefusalKind.FailedPrecondition), (refusal.Reason, refusal.Kind));
        Assert.Contains("2 entries of race 'marathon', for example 'e1'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Taking_away_a_division_in_use_is_refused()
    {
        var fit = Fit(Sample.Race("marathon") with { Divisions = [Sample.M40] });
        fit.Check(Sample.Read(Sample.Entry("e1") with { DivisionId = "F40" }));
        Assert.Equal(Reasons.DivisionInUse, Assert.Throws<RefusalException>(fit.Refuse).Reason);
    }

    [Fact]
    public void A_race_day_before_somebody_was_born_is_refused()
    {
        var fit = new EntryFit(new(Sample.Meet with { RaceDay = new(1983, 1, 1) }));
        fit.Check(Sample.Read(Sample.Entry("e1")));
        Assert.Equal(Reasons.RaceDayInUse, Assert.Throws<RefusalException>(fit.Refuse).Reason);
    }

    private static EntryFit Fit(Race race) => new(new(MeetReading.Read(Sample.Draft with { Races = [race] })));
}
