using System.IO.Compression;
using System.Text;
using CsvHelper;

namespace RaceSystem.Racectl.RaceFiles;

/// <summary>Reads a race file, plain or gzipped; reports every bad line at once.</summary>
internal static class RaceFileReader
{
    /// <summary>Rows that one file may have: what one import takes.</summary>
    public const int MaxRows = 200_000;

    private const int MaxProblems = 1000;

    public static RaceFile Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var plain = IsGzip(file) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
            using var reader = new StreamReader(plain, Encoding.UTF8);
            return Read(reader, path);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or CsvFormatException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read: {exception.Message}");
        }
    }

    public static RaceFile Read(TextReader text, string name)
    {
        var problems = new List<Problem>();
        using var csv = CsvText.Reader(text);
        var columns = ReadHeader(csv, name, problems);
        var rows = new List<RaceFileRow>();
        if (columns is not null)
        {
            var reader = new RaceFileRowReader(columns, problems);
            while (csv.Read() && problems.Count < MaxProblems && rows.Count <= MaxRows)
            {
                rows.Add(reader.Read(CsvText.Fields(csv), (int)csv.LineNumber, rows.Count + 1));
            }
        }

        Check(rows, problems);
        if (problems.Count > 0)
        {
            throw new InputException($"{name} is not a race file that can be replayed: {problems.Count} problems.", [.. problems.OrderBy(problem => problem.Line)]);
        }

        return WithUsedSplits(columns!.Splits, rows);
    }

    private static RaceFileColumns? ReadHeader(CsvReader csv, string name, List<Problem> problems)
    {
        if (!csv.Read())
        {
            throw new InputException($"{name} is empty: a race file begins with a line of column names.");
        }

        return RaceFileColumns.Parse(CsvText.Fields(csv), problems);
    }

    private static void Check(List<RaceFileRow> rows, List<Problem> problems)
    {
        if (rows.Count == 0 && problems.Count == 0)
        {
            problems.Add(new Problem(0, "", "there is no data row."));
        }

        if (rows.Count > MaxRows)
        {
            problems.Add(new Problem(0, "", $"there are more than {MaxRows} data rows."));
        }

        foreach (var doubled in rows.GroupBy(row => row.Bib, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var lines = string.Join(", ", doubled.Select(row => row.Line));
            problems.Add(new Problem(doubled.Last().Line, "bib", $"'{doubled.Key}' is on lines {lines}; a bib belongs to one runner."));
        }
    }

    private static RaceFile WithUsedSplits(IReadOnlyList<SplitColumn> all, List<RaceFileRow> rows)
    {
        var used = Enumerable.Range(0, all.Count)
            .Where(i => rows.Exists(row => row.Splits[i] is not null))
            .OrderBy(i => all[i].DistanceM)
            .ToArray();
        return new RaceFile(
            [.. used.Select(i => all[i])],
            [.. rows.Select(row => row with { Splits = [.. used.Select(i => row.Splits[i])], SplitPlaces = [.. used.Select(i => row.SplitPlaces[i])] })]);
    }

    private static bool IsGzip(FileStream file)
    {
        Span<byte> magic = stackalloc byte[2];
        var isGzip = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic[0] == 0x1F && magic[1] == 0x8B;
        file.Position = 0;
        return isGzip;
    }
}
