using BenchmarkDotNet.Attributes;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scenarios;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Microbenchmarks.Results;

/// <summary>
/// What if, over 60,000 runners and twelve visits: the fork, the changes, scoring, the snapshot, the difference and the
/// winners, while the standings stay as they are.
/// </summary>
[MemoryDiagnoser]
public class ScenarioBenchmarks
{
    private static readonly Elapsed Second = Elapsed.FromSeconds(1);
    private readonly MeetScoring _scoring = new();

    /// <summary>Loads the race and scores it once.</summary>
    [GlobalSetup]
    public void Load()
    {
        _ = new SyntheticMarathon(_scoring, 60_000, 12);
        _scoring.Rescore();
        _ = _scoring.Snapshot(default);
    }

    /// <summary>The copy alone: for so long the live standings wait.</summary>
    [Benchmark]
    public MeetScoring Fork() => _scoring.Fork();

    /// <summary>The gun moves by three seconds: net ranking, so only the alignment is done again.</summary>
    [Benchmark]
    public int Gun() => Evaluate(new GunChange("race", "first", SyntheticMarathon.GunStart + Elapsed.FromSeconds(3)));

    /// <summary>The clock of the start mat was a second off: everybody's times change at every visit.</summary>
    [Benchmark]
    public int StartMatOff() => Evaluate(new ShiftedPassings("p0", Second, null, null));

    /// <summary>A mat is ignored: everybody loses a split.</summary>
    [Benchmark]
    public int PointIgnored() => Evaluate(new IgnoredPassings("p5", null, null));

    /// <summary>Ranking by the gun and shared places: every time and place at every visit changes.</summary>
    [Benchmark]
    public int OtherRules() => Evaluate(new RaceChange(_scoring.FindRace("race")! with { Profile = RuleProfile.WorldAthletics, Ties = TieRule.SharedByOfficialTime }));

    /// <summary>The winner is disqualified: the preview of a decision.</summary>
    [Benchmark]
    public int Decision() => Evaluate(new DecisionAdded(new Adjudication("a1", "race", "777", new Disqualification("TR 6.3"), default)));

    private int Evaluate(ScenarioChange change)
    {
        var outcome = Scenario.Evaluate(_scoring.Fork(), [change]);
        return outcome.Races.Sum(race => race.Counts.Changed + race.Winners.Count);
    }
}
