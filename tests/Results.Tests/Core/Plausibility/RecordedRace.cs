using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Testing.Races;

namespace RaceSystem.Results.Tests.Core.Plausibility;

/// <summary>
/// A real marathon as its mats saw it: for each finisher the seconds after the gun at every mat, without the splits that the
/// timing company interpolated. Boston's start times are made up from waves and bibs, as they were not published.
/// </summary>
internal sealed class RecordedRace
{
    public static readonly string[] Splits = ["start", "5k", "10k", "15k", "20k", "half", "25k", "30k", "35k", "40k", "finish"];
    public static readonly double[] Metres = [0, 5_000, 10_000, 15_000, 20_000, 21_097.5, 25_000, 30_000, 35_000, 40_000, 42_195];
    private static readonly Instant Gun = Instant.From(new DateTimeOffset(2023, 10, 8, 12, 30, 0, TimeSpan.Zero));

    private static readonly ConcurrentDictionary<string, Lazy<RecordedRace>> Loaded = new(StringComparer.Ordinal);

    public RecordedRace(List<double[]> runners) => Runners = runners;

    /// <summary>Seconds after the gun by runner and mat; NaN: not read.</summary>
    public List<double[]> Runners { get; }

    /// <summary>A race of the shared data; skips the test where it is absent.</summary>
    public static RecordedRace Load(string name)
    {
        var path = RaceData.Require("accept", name + ".csv.gz");
        return Loaded.GetOrAdd(name, _ => new Lazy<RecordedRace>(() => Read(path))).Value;
    }

    /// <summary>When a crossing happened.</summary>
    public static Instant At(double seconds) => new(Gun.Micros + (long)(seconds * 1e6));

    private static RecordedRace Read(string path)
    {
        using var file = File.OpenRead(path);
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var columns = text.ReadLine()!.Split(',').Select((column, i) => (column, i)).ToDictionary(pair => pair.column, pair => pair.i);
        var runners = new List<double[]>();
        var starters = new int[8];
        while (text.ReadLine() is { } line)
        {
            var fields = line.Split(',');
            if (fields[columns["status"]] != "FIN")
            {
                continue;
            }

            var wave = int.TryParse(fields[columns["wave"]], out var number) ? number : 1;
            var start = Number("start_offset_s") is var offset && !double.IsNaN(offset) ? offset : ((wave - 1) * 1_500) + (starters[wave]++ * 0.06);
            var estimated = fields[columns["estimated_splits"]].Split(' ', ';', '|');
            var times = new double[Metres.Length];
            times[0] = start;
            for (var mat = 1; mat < Metres.Length - 1; mat++)
            {
                times[mat] = estimated.Contains(Splits[mat]) ? double.NaN : start + Number($"split_{Splits[mat]}_s");
            }

            times[^1] = start + (Number("net_time_s") is var net && !double.IsNaN(net) ? net : Number("official_time_s"));
            runners.Add(times);

            double Number(string column) => double.TryParse(fields[columns[column]], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
        }

        return new RecordedRace(runners);
    }

    /// <summary>The index of a runner of the standings.</summary>
    public static int IndexOf(RaceStandings standings, int runner) => int.Parse(standings.EntryOf(runner).Bib, CultureInfo.InvariantCulture) - 1;

    /// <summary>A copy that may be changed.</summary>
    public RecordedRace Copy() => new([.. Runners.Select(times => times.ToArray())]);

    /// <summary>The standings, through alignment and scoring as in the service; runner i has bib i + 1.</summary>
    public RaceStandings Score() => Scoring().Snapshot(default).Races[0];

    /// <summary>The scoring, with all records taken in the order of the runners or in another one.</summary>
    public MeetScoring Scoring(IEnumerable<int>? order = null)
    {
        var scoring = new MeetScoring();
        scoring.SetMeet(new MeetFacts("meet", "Meet", "UTC", "2023-10-08", ["race"]));
        scoring.SetRace(new RaceDefinition
        {
            RaceId = "race",
            Visits = [.. Splits.Select((split, i) => new CourseVisit(split, split, split, (long)Metres[i]))],
            WaveIds = ["first"],
            Profile = RuleProfile.Net,
        });
        scoring.SetGun("race", "first", Gun);
        foreach (var i in order ?? Enumerable.Range(0, Runners.Count))
        {
            var bib = (i + 1).ToString(CultureInfo.InvariantCulture);
            scoring.SetEntry(new Entry { EntryId = "e" + bib, RaceId = "race", Bib = bib, Chips = ["C" + bib] });
            for (var mat = 0; mat < Metres.Length; mat++)
            {
                if (!double.IsNaN(Runners[i][mat]))
                {
                    scoring.SetPassings(Splits[mat], "C" + bib, [At(Runners[i][mat]).Micros]);
                }
            }
        }

        scoring.Rescore();
        return scoring;
    }
}
