using BenchmarkDotNet.Attributes;
using RaceSystem.Results.Core.Live;
using RaceSystem.Results.Core.Live.Prediction;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Microbenchmarks.Results;

/// <summary>
/// What is told while 60,000 runners are on a course of twelve visits, three hours after the gun: a sixth of them have
/// finished and are learned from, the others are predicted. Each is made once a snapshot, when somebody asks.
/// </summary>
[MemoryDiagnoser]
public class LiveBenchmarks
{
    private readonly MeetScoring _scoring = new();
    private int _version;

    /// <summary>Loads the race and scores it once.</summary>
    [GlobalSetup]
    public void Load()
    {
        _ = new SyntheticMarathon(_scoring, 60_000, 12, 10_800);
        _scoring.Rescore();
    }

    /// <summary>Next split and finish of everybody, and the ranking that follows.</summary>
    [Benchmark]
    public int Predictions() => ProjectedFinish.Of(Fresh()).Order.Length;

    /// <summary>Leaders, gaps and moves wherever everybody is.</summary>
    [Benchmark]
    public int Live()
    {
        var race = Fresh();
        return LiveTable.Of(race, null).Groups.Count + RaceMoves.Of(race).Most(null, 10).Up.Count;
    }

    /// <summary>A snapshot with one more crossing, so that nothing is kept from the last one; its making takes under a millisecond.</summary>
    private RaceStandings Fresh()
    {
        _scoring.SetPassings("p6", "C1", [SyntheticMarathon.At20K(_version++)]);
        _scoring.Rescore();
        return _scoring.Snapshot(default).Races[0];
    }
}
