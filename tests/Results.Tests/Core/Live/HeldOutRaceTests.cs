using System.Globalization;
using RaceSystem.Results.Core.Live.Prediction;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Tests.Core.Live;

/// <summary>Chicago 2023 run again: no constant of the priors comes from it. Its table is in docs/prediction.md.</summary>
public sealed class HeldOutRaceTests(ITestOutputHelper output)
{
    private const double Step = 300;

    [Fact]
    public void Chicago_is_predicted_better_than_by_constant_pace_and_four_of_five_come_inside_the_interval()
    {
        var rows = Replay(RunField.Read("chicago_2023"));

        foreach (var row in rows)
        {
            output.WriteLine(row.ToString());
        }

        Assert.All(rows.Where(row => row.Mat != "5k"), row => Assert.True(row.Finish.Error < row.Finish.Constant, $"{row}"));
        Assert.All(rows, row => Assert.True(row.Finish.IsCovered && row.Next.IsCovered, $"{row}"));
    }

    /// <summary>Neither fitted nor looked at while anything was chosen; its other mat does not stand where its column says.</summary>
    [Fact]
    public void Dublin_is_predicted_better_than_by_constant_pace_too()
    {
        var rows = Replay(RunField.Read("dublin_2013", "10k", "half"));

        foreach (var row in rows)
        {
            output.WriteLine(row.ToString());
            Assert.True(row.Finish.Error < row.Finish.Constant, $"{row}");
            Assert.InRange((double)row.Finish.Inside / row.Finish.Count, 0.7, 0.9);
        }
    }

    private List<Row> Replay(RunField run)
    {
        var field = new Field(run.Race()).Gun();
        foreach (var (bib, sex, country) in run.Runners)
        {
            field.Scoring.SetEntry(Field.EntryOf(bib) with { Sex = sex, Country = country });
        }

        var truth = new double[run.Runners.Count, run.Course.Count + 1];
        foreach (var (second, runner, visit) in run.Crossings)
        {
            truth[runner, visit] = second;
        }

        var numbers = run.Runners.Select((runner, i) => (runner.Bib, i)).ToDictionary(pair => pair.Bib, pair => pair.i, StringComparer.Ordinal);
        var rows = run.Course.SkipLast(1).Select(mat => new Row(mat.Split, mat.Metres, run.Course)).ToList();
        var (read, slowest) = (0, 0.0);
        for (var now = Step; read < run.Crossings.Count; now += Step)
        {
            for (; read < run.Crossings.Count && run.Crossings[read].Second <= now; read++)
            {
                var (second, runner, visit) = run.Crossings[read];
                field.Passes("C" + run.Runners[runner].Bib, visit == 0 ? "start" : run.Course[visit - 1].Split, second);
            }

            var race = field.Standings();
            var began = Environment.CpuUsage.TotalTime;
            slowest = Math.Max(slowest, ProjectedFinish.Of(race).Predicted.Count == 0 ? 0 : (Environment.CpuUsage.TotalTime - began).TotalMilliseconds);
            foreach (var prediction in RacePredictions.Of(race).All)
            {
                var runner = numbers[race.EntryOf(prediction.Runner).Bib];
                var (start, here) = (truth[runner, 0], truth[runner, prediction.LastVisit]);
                if (here > now - Step && truth[runner, prediction.Next.Visit] > 0)
                {
                    rows[prediction.LastVisit - 1].Add(prediction, start, here, truth[runner, prediction.Next.Visit], truth[runner, prediction.Finish.Visit]);
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slowest snapshot's predictions {slowest:0} ms of processor"));
        return rows;
    }

    private sealed class Row(string mat, long metres, IReadOnlyList<(string Column, string Split, long Metres)> course)
    {
        public string Mat => mat;

        public Tally Next { get; } = new();

        public Tally Finish { get; } = new();

        public void Add(RunnerPrediction prediction, double start, double here, double next, double finish)
        {
            Next.Add(prediction.Next, start, here, (double)course[prediction.Next.Visit - 1].Metres / metres, next);
            Finish.Add(prediction.Finish, start, here, (double)course[prediction.Finish.Visit - 1].Metres / metres, finish);
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"| {mat} | {Next} | {Finish} |");
    }

    private sealed class Tally
    {
        private double _error;
        private double _constant;
        private double _width;

        public int Count { get; private set; }

        public int Inside { get; private set; }

        public bool IsCovered => (double)Inside / Count is > 0.76 and < 0.84;

        public double Error => _error / Count;

        public double Constant => _constant / Count;

        public void Add(VisitPrediction prediction, double start, double here, double ratio, double came)
        {
            static double SecondsOf(Kernel.Instant instant) => (instant - Field.NineOClock).Micros / 1e6;
            Count++;
            Inside += came >= SecondsOf(prediction.Low) && came <= SecondsOf(prediction.High) ? 1 : 0;
            _error += Math.Abs(SecondsOf(prediction.Expected) - came);
            _constant += Math.Abs(start + ((here - start) * ratio) - came);
            _width += SecondsOf(prediction.High) - SecondsOf(prediction.Low);
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} | {Constant:0} | {Error:0} | {_width / Count:0} | {100.0 * Inside / Count:0.0} %");
    }
}
