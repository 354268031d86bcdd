using BenchmarkDotNet.Attributes;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Microbenchmarks.Results;

/// <summary>Scoring of 48,000 runners over eleven visits: everything from nothing, one late read, and the snapshot after it.</summary>
[MemoryDiagnoser]
public class ScoringBenchmarks
{
    private readonly MeetScoring _scoring = new();
    private readonly long[] _time = new long[1];
    private long _turn;

    /// <summary>Loads the race and scores it once.</summary>
    [GlobalSetup]
    public void Load()
    {
        _ = new SyntheticMarathon(_scoring);
        _scoring.Rescore();
    }

    /// <summary>Roster, alignment of every runner, and the ranks overall, by sex and by division at all eleven visits.</summary>
    [Benchmark]
    public void RescoreFromNothing()
    {
        _scoring.SetRace(SyntheticMarathon.Race);
        _scoring.Rescore();
    }

    /// <summary>One runner's read at 20 km arrives late and moves places at that visit.</summary>
    [Benchmark]
    public void LateRead()
    {
        _time[0] = SyntheticMarathon.At20K(_turn++ % 2 * 600);
        _scoring.SetPassings("p4", "C777", _time);
        _scoring.Rescore();
    }

    /// <summary>The same with the snapshot that readers get.</summary>
    [Benchmark]
    public MeetStandings LateReadWithSnapshot()
    {
        LateRead();
        return _scoring.Snapshot(default);
    }
}
