using System.Globalization;
using System.IO.Compression;
using RaceSystem.Results.Core.Races;
using RaceSystem.Testing.Races;

namespace RaceSystem.Results.Tests.Core.Live;

/// <summary>A real marathon's crossings, whose published splits stand for reads. Interpolated rows are left out: nobody read them.</summary>
internal sealed class RunField
{
    private static readonly (string Column, string Split, long Metres)[] Mats =
    [
        ("split_5k_s", "5k", 5_000), ("split_10k_s", "10k", 10_000), ("split_15k_s", "15k", 15_000), ("split_20k_s", "20k", 20_000), ("split_half_s", "half", 21_098),
        ("split_25k_s", "25k", 25_000), ("split_30k_s", "30k", 30_000), ("split_35k_s", "35k", 35_000), ("split_40k_s", "40k", 40_000), ("net_time_s", "finish", 42_195),
    ];

    private RunField(IReadOnlyList<(string Column, string Split, long Metres)> course, IReadOnlyList<(string Bib, Sex Sex, string Country)> runners, IReadOnlyList<(double Second, int Runner, int Visit)> crossings) =>
        (Course, Runners, Crossings) = (course, runners, crossings);

    /// <summary>Mats behind the start.</summary>
    public IReadOnlyList<(string Column, string Split, long Metres)> Course { get; }


    public IReadOnlyList<(string Bib, Sex Sex, string Country)> Runners { get; }

    /// <summary>In the order in which they happened; visit 0 is the start, seconds are after the gun.</summary>
    public IReadOnlyList<(double Second, int Runner, int Visit)> Crossings { get; }

    public RaceDefinition Race() =>
        Field.Race([("start", "start", 0), .. Course.Select(mat => (mat.Split, mat.Split, mat.Metres))]) with { Profile = RuleProfile.Net };

    /// <param name="name">Of the file.</param>
    /// <param name="splits">Those to use; none: all.</param>
    public static RunField Read(string name, params string[] splits)
    {
        var course = Mats.Where(mat => splits.Length == 0 || splits.Contains(mat.Split) || mat.Split == "finish").ToArray();
        using var file = new StreamReader(new GZipStream(File.OpenRead(RaceData.Require("accept", $"{name}.csv.gz")), CompressionMode.Decompress));
        var columns = file.ReadLine()!.Split(',').Select((column, i) => (column, i)).ToDictionary(pair => pair.column, pair => pair.i, StringComparer.Ordinal);
        var runners = new List<(string, Sex, string)>();
        var crossings = new List<(double, int, int)>();
        while (file.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            string Cell(string column) => cells[columns[column]];
            if (Cell("status") != "FIN" || Cell("estimated_splits").Length > 0 || Cell("start_offset_s").Length == 0 || Cell("net_time_s").Length == 0)
            {
                continue;
            }

            var start = Second(Cell("start_offset_s"));
            crossings.Add((start, runners.Count, 0));
            crossings.AddRange(course.Select((mat, i) => (Time: Cell(mat.Column), i)).Where(mat => mat.Time.Length > 0).Select(mat => (start + Second(mat.Time), runners.Count, mat.i + 1)));
            runners.Add((Cell("bib").Length > 0 ? Cell("bib") : $"{runners.Count + 1}", Cell("sex") == "F" ? Sex.Female : Sex.Male, Cell("country")));
        }

        crossings.Sort();
        return new RunField(course, runners, crossings);
    }

    private static double Second(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
