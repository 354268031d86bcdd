using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace RaceSystem.Testing.Races;

/// <summary>
/// A synthetic race as a results file in the schema of the real races (whole seconds, rounded up), with the result that a
/// replay of it must give. From a seed: bibs with letters, shared seconds, runners out, unknown sexes and divisions,
/// missing splits.
/// </summary>
public sealed class RaceScript
{
    /// <summary>Split columns of the file that are filled.</summary>
    public static readonly IReadOnlyList<string> SplitColumns = ["split_5k_s", "split_10k_s", "split_half_s", "split_30k_s", "split_40k_s"];

    private const string Header =
        "race,bib,status,sex,age,country,division,wave,start_offset_s,split_5k_s,split_10k_s,split_15k_s,split_20k_s,split_half_s," +
        "split_25k_s,split_30k_s,split_20mi_s,split_35k_s,split_40k_s,official_time_s,gun_time_s,net_time_s,place_overall,place_sex," +
        "place_division,place_5k,place_10k,place_15k,place_20k,place_gun,estimated_splits,rank_time_s,note";

    private readonly string[] _columns = Header.Split(',');

    private RaceScript(int seed, RaceScriptOptions options)
    {
        Name = $"synthetic_{seed}";
        Options = options;
        Runners = new ScriptedField(seed, options).Make();
        Expected = PlaceOracle.Judge(Runners);
    }

    /// <summary>In the race column.</summary>
    public string Name { get; }

    /// <summary>What kind of race it is.</summary>
    public RaceScriptOptions Options { get; }

    /// <summary>The runners, in file order.</summary>
    public IReadOnlyList<ScriptedRunner> Runners { get; }

    /// <summary>What must come out, in file order.</summary>
    public IReadOnlyList<ExpectedResult> Expected { get; }

    /// <summary>Makes a race; the same seed and options make the same race.</summary>
    public static RaceScript Create(int seed, RaceScriptOptions? options = null) => new(seed, options ?? new RaceScriptOptions());

    /// <summary>The file's text.</summary>
    public string ToCsv()
    {
        var text = new StringBuilder(Header).Append('\n');
        for (var index = 0; index < Runners.Count; index++)
        {
            var row = Row(Runners[index], Expected[index]);
            text.AppendJoin(',', _columns.Select(column => row.GetValueOrDefault(column, ""))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Writes the file (gzip when the name ends so) and returns its path.</summary>
    public string WriteTo(string path)
    {
        using var file = File.Create(path);
        using Stream target = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file;
        target.Write(Encoding.UTF8.GetBytes(ToCsv()));
        return path;
    }

    private Dictionary<string, string> Row(ScriptedRunner runner, ExpectedResult expected)
    {
        var row = new Dictionary<string, string>
        {
            ["race"] = Name,
            ["bib"] = Options.BlankBibs ? "" : runner.Bib,
            ["status"] = runner.Status,
            ["sex"] = runner.Sex,
            ["age"] = runner.Age == 0 ? "" : $"{runner.Age}",
            ["country"] = "PRK",
            ["division"] = runner.Division,
            ["wave"] = "1",
            ["start_offset_s"] = Text(runner.StartOffset is { } offset ? offset / 100 : null),
            ["official_time_s"] = Text(expected.OfficialTime),
            ["gun_time_s"] = Seconds(runner.GunTime),
            ["net_time_s"] = Seconds(runner.NetTime),
            ["place_overall"] = Text(expected.PlaceOverall),
            ["place_sex"] = Text(expected.PlaceBySex),
            ["place_division"] = Text(expected.PlaceByDivision),
        };
        for (var split = 0; split < SplitColumns.Count; split++)
        {
            row[SplitColumns[split]] = Seconds(runner.Splits[split]);
        }

        return row;
    }

    private static string Seconds(long? hundredths) => Text(hundredths is { } time ? (time + 99) / 100 : null);

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
