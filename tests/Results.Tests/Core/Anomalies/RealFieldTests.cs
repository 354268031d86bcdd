using System.Globalization;
using System.IO.Compression;
using RaceSystem.Results.Core.Anomalies;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Testing;
using RaceSystem.Testing.Races;

namespace RaceSystem.Results.Tests.Core.Anomalies;

/// <summary>Published fields, as good as clean: how much is listed of them. Times are published in whole seconds; the part of a second is drawn.</summary>
public sealed class RealFieldTests(ITestOutputHelper output)
{
    private static readonly string[] Splits = ["5k", "10k", "15k", "20k", "half", "25k", "30k", "35k", "40k"];
    private static readonly long[] Metres = [5_000, 10_000, 15_000, 20_000, 21_098, 25_000, 30_000, 35_000, 40_000];

    /// <summary>
    /// What is listed are splits that contradict the others as published, most of them as suspected cuts (docs/plausibility.md), and
    /// two to four pairs within half a second everywhere.
    /// </summary>
    [Theory]
    [InlineData("boston_2015", 26_597, 16)]
    [InlineData("chicago_2023", 47_961, 30)]
    public void A_published_field_has_few_anomalies(string name, int finishers, int most)
    {
        var scoring = Scored(RaceData.Require("accept", name + ".csv.gz"), new Random(Seed.Next()));

        var anomalies = MeetAnomalies.Of(scoring);

        foreach (var kind in anomalies.GroupBy(anomaly => anomaly.Kind).OrderByDescending(kind => kind.Count()))
        {
            output.WriteLine($"{name}: {kind.Count()} {kind.Key}, for example: {kind.First().Summary}");
        }

        Assert.Equal(finishers, scoring.Evidence().Races[0].Counts.Finished);
        Assert.True(anomalies.Count(anomaly => anomaly.Severity > AnomalySeverity.Notice) <= most, $"{anomalies.Count(anomaly => anomaly.Severity > AnomalySeverity.Notice)} warnings");
        Assert.DoesNotContain(anomalies, anomaly => anomaly.Severity == AnomalySeverity.Severe || anomaly.Kind == AnomalyKind.SwappedBibs);
    }

    /// <summary>Two of a team who start in different waves take each other's bib.</summary>
    [Fact]
    public void Bibs_swapped_between_waves_of_a_real_field_are_found_and_no_others()
    {
        const int Swaps = 40;
        var random = new Random(Seed.Next());
        var scoring = Scored(RaceData.Require("accept", "chicago_2023.csv.gz"), random);
        var race = Assert.Single(scoring.Evidence().Races);
        var waves = Enumerable.Range(0, race.RunnerCount).Where(runner => race.StartOf(runner) is not null).Select(race.EntryOf).GroupBy(entry => entry.WaveId).OrderBy(wave => wave.Key, StringComparer.Ordinal).Select(wave => random.GetItems(wave.ToArray(), 4 * Swaps).Distinct().ToArray()).ToArray();
        for (var i = 0; i < Swaps; i++)
        {
            var (one, other) = (waves[i % 2][i], waves[1 + (i % 2)][2 * Swaps + i - (i % 2)]);
            scoring.SetEntry(one with { Chips = other.Chips, Team = $"team {i}" });
            scoring.SetEntry(other with { Chips = one.Chips, Team = $"team {i}" });
        }

        scoring.Rescore();
        var swaps = MeetAnomalies.Of(scoring).Where(anomaly => anomaly.Kind == AnomalyKind.SwappedBibs).ToArray();

        var right = swaps.Count(swap => scoring.Evidence().Entries.Where(entry => swap.Bibs.Contains(entry.Bib)).Select(entry => entry.Team).Distinct().Count() == 1);
        output.WriteLine($"{right} of {Swaps} swaps found, {swaps.Length - right} others listed");
        Assert.Equal(swaps.Length, right);
        Assert.InRange(right, Swaps * 9 / 10, Swaps);
    }

    private static MeetScoring Scored(string file, Random random)
    {
        var scoring = new MeetScoring();
        scoring.SetRace(Field.Race([("start", "start", 0), .. Splits.Select((split, i) => (split, split, Metres[i])), ("finish", "finish", 42_195)]) with { WaveIds = ["1", "2", "3"], Profile = RuleProfile.NetWithGunFallback });

        // The waves of Chicago 2023 as its start times show them.
        scoring.SetGun(Field.RaceId, "1", Field.At(-2));
        scoring.SetGun(Field.RaceId, "2", Field.At(1_780));
        scoring.SetGun(Field.RaceId, "3", Field.At(3_895));
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var columns = reader.ReadLine()!.Split(',').ToList();
        while (reader.ReadLine()?.Split(',') is { } row)
        {
            if (row[columns.IndexOf("status")] != "FIN")
            {
                continue;
            }

            var bib = row[columns.IndexOf("bib")].ToUpperInvariant();
            var start = Number(row, columns, "start_offset_s");
            Add(scoring, row, columns, bib, start is null ? "1" : row[columns.IndexOf("wave")]);
            Pass(scoring, bib, "start", start, 0, random);
            foreach (var split in Splits)
            {
                Pass(scoring, bib, split, Number(row, columns, $"split_{split}_s"), start ?? 0, random);
            }

            Pass(scoring, bib, "finish", Number(row, columns, "official_time_s"), start ?? 0, random);
        }

        scoring.Rescore();
        return scoring;
    }

    private static void Add(MeetScoring scoring, string[] row, List<string> columns, string bib, string wave) => scoring.SetEntry(new Entry
    {
        EntryId = "e-" + bib,
        RaceId = Field.RaceId,
        Bib = bib,
        Chips = ["C" + bib],
        WaveId = wave,
        Sex = row[columns.IndexOf("sex")] switch { "M" => Sex.Male, "F" => Sex.Female, "X" => Sex.NonBinary, _ => Sex.Unknown },
        Age = (int)(Number(row, columns, "age") ?? 0),
        Country = row[columns.IndexOf("country")],
        DivisionId = row[columns.IndexOf("division")],
    });

    private static void Pass(MeetScoring scoring, string bib, string point, double? seconds, double start, Random random)
    {
        if (seconds is { } time)
        {
            scoring.SetPassings(point, "C" + bib, [Field.At(time + start - random.NextDouble()).Micros]);
        }
    }

    private static double? Number(string[] row, List<string> columns, string name) =>
        columns.IndexOf(name) is var column and >= 0 && double.TryParse(row[column], CultureInfo.InvariantCulture, out var number) ? number : null;
}
