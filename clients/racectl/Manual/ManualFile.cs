using CsvHelper;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Racectl.Manual;

/// <summary>The CSV of a hand timer, read whole: the lines that make sense, and what is wrong with the others.</summary>
internal sealed record ManualFile(IReadOnlyList<ManualLine> Lines, IReadOnlyList<Problem> Problems)
{
    /// <summary>Most lines of a file.</summary>
    public const int MaxLines = 50_000;

    /// <exception cref="InputException">The file cannot be read, or is no such file.</exception>
    public static ManualFile Read(string path, DeviceTimes times)
    {
        try
        {
            using var text = new StreamReader(path);
            return Read(text, times);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {exception.Message}");
        }
    }

    /// <summary>Reads line by line; empty lines and a heading that begins with "bib" are passed over.</summary>
    public static ManualFile Read(TextReader text, DeviceTimes times)
    {
        var lines = new List<ManualLine>();
        var problems = new List<Problem>();
        var number = 0;
        while (text.ReadLine() is { } line)
        {
            number++;
            if (number > MaxLines)
            {
                throw new InputException($"The file has more than {MaxLines} lines: split it.");
            }

            var fields = Fields(line.TrimStart('\uFEFF'));
            if (fields.All(string.IsNullOrWhiteSpace) || (number == 1 && fields[0].Trim().Equals("bib", StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            if (ManualLine.Parse(number, fields, times, out var problem) is { } passing)
            {
                lines.Add(passing);
            }
            else
            {
                problems.Add(problem!);
            }
        }

        return new ManualFile(lines, problems);
    }

    private static string[] Fields(string line)
    {
        using var reader = CsvText.Reader(new StringReader(line));
        return reader.Read() ? CsvText.Fields(reader) : [""];
    }
}
