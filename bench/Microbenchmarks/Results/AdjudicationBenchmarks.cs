using System.Globalization;
using BenchmarkDotNet.Attributes;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Microbenchmarks.Results;

/// <summary>Far more decisions than any race has had, over 60,000 runners and twelve visits.</summary>
[MemoryDiagnoser]
public class AdjudicationBenchmarks
{
    /// <summary>Runners whom one finish order names at most, and orders that name the whole field.</summary>
    private const int Runners = 60_000, OrderLength = 5_000;

    private readonly MeetScoring _scoring = new();
    private readonly long[] _time = new long[1];
    private long _turn;

    /// <summary>What was decided before.</summary>
    [Params("nothing", "10,000 decisions", "10,000 swaps", "finish orders of all")]
    public string Decided { get; set; } = "";

    /// <summary>Loads the race and the decisions and scores them once.</summary>
    [GlobalSetup]
    public void Load()
    {
        _ = new SyntheticMarathon(_scoring, Runners, 12);
        _scoring.Rescore();
        Decide();
        _scoring.Rescore();
        _ = _scoring.Snapshot(default);
    }

    /// <summary>Everything from nothing: decisions brought together with the entries, every runner scored and ranked.</summary>
    [Benchmark]
    public void RescoreFromNothing()
    {
        _scoring.SetRace(_scoring.FindRace("race")! with { TimeLimit = Elapsed.FromSeconds(100_000 + (_turn++ % 2)) });
        _scoring.Rescore();
    }

    /// <summary>One more runner is disqualified, or not any more, and the snapshot that readers get.</summary>
    [Benchmark]
    public MeetStandings OneMoreDecision()
    {
        var isDecided = _turn++ % 2 == 0;
        _scoring.SetAdjudication("race", "one-more", isDecided ? new Adjudication("one-more", "race", "777", new Disqualification("TR 6.3"), SyntheticMarathon.GunStart) : null);
        _scoring.Rescore();
        return _scoring.Snapshot(default);
    }

    /// <summary>One runner's read at 20 km arrives late.</summary>
    [Benchmark]
    public void LateRead()
    {
        _time[0] = SyntheticMarathon.At20K(_turn++ % 2 * 600);
        _scoring.SetPassings("p4", "C777", _time);
        _scoring.Rescore();
    }

    private void Decide()
    {
        switch (Decided)
        {
            case "10,000 decisions":
                for (var i = 0; i < 10_000; i++)
                {
                    Add(i, Bib(i * 6), (i % 4) switch
                    {
                        0 => new Disqualification("TR 6.3"),
                        1 => new Penalty(Elapsed.FromSeconds(60), "TR 7"),
                        2 => new TimeAdjustment(Elapsed.FromSeconds(-30), "v5"),
                        _ => new StartOffset(Elapsed.FromSeconds(90)),
                    });
                }

                break;
            case "10,000 swaps":
                for (var i = 0; i < 10_000; i++)
                {
                    Add(i, Bib(i * 6), new BibSwap(Bib((i * 6) + 3)));
                }

                break;
            case "finish orders of all":
                for (var i = 0; i < Runners / OrderLength; i++)
                {
                    Add(i, "", new FinishOrder([.. Enumerable.Range(i * OrderLength, OrderLength).Reverse().Select(Bib)]));
                }

                break;
            default:
                break;
        }
    }

    private void Add(int number, string bib, Decision decision)
    {
        var id = $"d{number}";
        _scoring.SetAdjudication("race", id, new Adjudication(id, "race", bib, decision, SyntheticMarathon.GunStart + Elapsed.FromSeconds(number)));
    }

    private static string Bib(int number) => (number + 1).ToString(CultureInfo.InvariantCulture);
}
