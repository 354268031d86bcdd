using System.Collections.Concurrent;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using RaceSystem.Acceptance.Tests.Comparison;
using RaceSystem.Acceptance.Tests.Replay;
using RaceSystem.Acceptance.Tests.Systems;
using RaceSystem.Results.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.Acceptance.Tests.Explanations;

/// <summary>
/// Invariant 5 through a running system: for every runner of a real race the explanation names each read, used or not, and
/// the time follows from the explanation alone, from a decoder's time to the published second.
/// </summary>
public sealed class ExplainEveryRunnerTests(RunningSystems systems)
{
    private const int Callers = 4;

    [Fact]
    public async Task Every_time_of_a_real_race_explains_itself_from_the_reads_up()
    {
        var accept = AcceptFile.Named("wroclaw_half_2023");
        var file = accept.Require();
        using var folder = new TempFolder("explained");
        var system = await systems.GetAsync(SystemShape.AllInOne);
        await using var run = await ReplayRun.StartAsync(system, file, folder, accept.ReplayOptions);
        await run.FinishAsync();
        var published = CsvRows.Read(file).ToDictionary(row => row["bib"], StringComparer.Ordinal);
        using var channel = GrpcChannel.ForAddress(system.Results);
        var client = new ResultsService.ResultsServiceClient(channel);
        var sums = new ConcurrentBag<Explained>();

        await Parallel.ForEachAsync(published.Keys, new ParallelOptions { MaxDegreeOfParallelism = Callers, CancellationToken = TestContext.Current.CancellationToken }, async (bib, cancellation) =>
        {
            var explanation = await client.ExplainResultAsync(new ExplainResultRequest { MeetId = run.MeetId, Bib = bib }, cancellationToken: cancellation);
            sums.Add(Check(explanation, published[bib]));
        });

        Assert.Equal(published.Count, sums.Count);
        var (reads, used, times) = (sums.Sum(sum => sum.Reads), sums.Sum(sum => sum.Used), sums.Sum(sum => sum.Times));
        TestContext.Current.TestOutputHelper?.WriteLine($"{sums.Count} runners, {times} times recomputed from {used} of {reads} reads");
        Assert.Equal(published.Values.Count(row => row["status"] == "FIN"), times);
        Assert.True(used > times, $"only {used} reads gave a time");
    }

    private static Explained Check(ExplainResultResponse explanation, IReadOnlyDictionary<string, string> row)
    {
        var bib = row["bib"];
        var (reads, used) = (0, 0);
        foreach (var chip in explanation.Reads)
        {
            Assert.True(chip.ReadCount == chip.Reads.Count, $"bib {bib}: {chip.ReadCount} reads at {chip.TimingPoint.TimingPointId}, {chip.Reads.Count} named");
            foreach (var read in chip.Reads)
            {
                Assert.True(read.Rule.Length > 0 && read.Disposition != ReadDisposition.Unspecified, $"bib {bib}: nothing is said of the read at {read.DeviceTime}");
                Assert.True(read.PassingNumber == 0 || PassingOf(explanation, chip, read.PassingNumber) is { Rule.Length: > 0 } || !chip.Passings.Single(passing => passing.Number == read.PassingNumber).Counts, $"bib {bib}: passing {read.PassingNumber} is not explained");
                reads++;
            }
        }

        foreach (var passing in explanation.Passings.Where(passing => passing.Verdict == PassingVerdict.Counts))
        {
            used += CheckTime(explanation, passing, bib);
        }

        var finish = CrossingOf(explanation, explanation.Visits[^1].SplitId);
        var zero = explanation.Basis == TimeBasis.Gun ? explanation.Gun.StartTime : CrossingOf(explanation, explanation.Visits[0].SplitId);
        var exact = finish is null || zero is null ? null : finish - zero;
        Assert.True(Equals(exact, explanation.ExactTime), $"bib {bib}: recomputed {exact}, explained {explanation.ExactTime}");
        if (row["status"] != "FIN")
        {
            return new Explained(reads, used, 0);
        }

        var shown = (exact!.Seconds + (exact.Nanos > 0 ? 1 : 0)).ToString(CultureInfo.InvariantCulture);
        Assert.True(shown == row["official_time_s"], $"bib {bib}: recomputed {shown} s, published {row["official_time_s"]} s");
        Assert.True(explanation.Result.Standing.OfficialTime.Seconds.ToString(CultureInfo.InvariantCulture) == shown, $"bib {bib}: shown {explanation.Result.Standing.OfficialTime}, recomputed {shown} s");
        Assert.True(explanation.Gun is { StartTime: not null, Record.RecordedBy.Length: > 0 }, $"bib {bib}: no gun");
        return new Explained(reads, used, 1);
    }

    /// <summary>The passing's time from its reads: corrected time of the one that gave it, and the antenna's correction.</summary>
    private static int CheckTime(ExplainResultResponse explanation, RunnerPassing passing, string bib)
    {
        var chip = explanation.Reads.Single(reads => reads.Chip == passing.Chip && reads.TimingPoint.TimingPointId == passing.TimingPointId);
        var gave = chip.Reads.Where(read => read.PassingNumber == passing.PassingNumber && read.Disposition == ReadDisposition.GaveTime).ToList();
        Assert.True(gave.Count > 0, $"bib {bib}: no read gave the time at {passing.SplitId}");
        Assert.All(gave, read => Assert.Equal(passing.PassingTime, read.CorrectedTime + (chip.AntennaCorrection ?? new Duration())));
        return gave.Count;
    }

    private static RunnerPassing? PassingOf(ExplainResultResponse explanation, ChipReads chip, int number) =>
        explanation.Passings.SingleOrDefault(passing => passing.PassingNumber == number && passing.Chip == chip.Chip && passing.TimingPointId == chip.TimingPoint.TimingPointId);

    private static Timestamp? CrossingOf(ExplainResultResponse explanation, string splitId) =>
        explanation.Passings.SingleOrDefault(passing => passing.Verdict == PassingVerdict.Counts && passing.SplitId == splitId)?.PassingTime;

    private sealed record Explained(int Reads, int Used, int Times);
}
