using CsvHelper;
using RaceSystem.Results.Core.AgeGrading;

namespace RaceSystem.Racectl.AgeGrading;

/// <summary>Grades a CSV row by row: what is not asked for passes through, rows that cannot be graded keep an empty grade.</summary>
internal sealed class AgeGradeFile
{
    /// <summary>The column that is added, or filled where the file has it.</summary>
    public const string GradeColumn = "age_grade_pct";

    /// <summary>Most problems told; a file of another kind is wrong in every line.</summary>
    private const int MaxProblems = 1_000;

    private static readonly string[] Needed = ["sex", "age", "distance_m", "time_s"];
    private readonly AgeGradeTables _tables;
    private readonly List<Problem> _problems = [];
    private int[] _columns = [];
    private int _grade;
    private int _width;

    private AgeGradeFile(AgeGradeTables tables) => _tables = tables;

    /// <summary>Reads one CSV, writes the other.</summary>
    /// <returns>Rows graded, and what is wrong with the others.</returns>
    /// <exception cref="InputException">It is no CSV, or a column is missing.</exception>
    public static (int Graded, IReadOnlyList<Problem> Problems) Grade(TextReader text, TextWriter output, AgeGradeTables tables)
    {
        var file = new AgeGradeFile(tables);
        try
        {
            return (file.Run(text, output), file._problems);
        }
        catch (CsvFormatException exception)
        {
            throw new InputException($"The file is no CSV: {exception.Message}");
        }
    }

    private int Run(TextReader text, TextWriter output)
    {
        using var csv = CsvText.Reader(text);
        using var writer = CsvText.Writer(output);
        if (!csv.Read())
        {
            throw new InputException($"The file is empty: it begins with a line of column names, {string.Join(", ", Needed)} among them.");
        }

        var header = CsvText.Fields(csv);
        ReadHeader(header);
        Write(writer, header, GradeColumn);
        var graded = 0;
        while (csv.Read())
        {
            var fields = CsvText.Fields(csv);
            if (fields is [""])
            {
                continue;
            }

            var grade = GradeOf(fields, (int)csv.LineNumber);
            Write(writer, fields, grade?.ToString() ?? "");
            graded += grade is null ? 0 : 1;
        }

        return graded;
    }

    private void ReadHeader(string[] header)
    {
        var names = header.Select(name => name.Trim().TrimStart('\uFEFF').ToLowerInvariant()).ToArray();
        var missing = Needed.Where(name => !names.Contains(name)).Select(name => new Problem(1, name, "is missing.")).ToList();
        missing.AddRange(Needed.Append(GradeColumn).Where(name => names.Count(other => other == name) > 1).Select(name => new Problem(1, name, "is there twice.")));
        if (missing.Count > 0)
        {
            throw new InputException($"The columns {string.Join(", ", Needed)} are needed, each once.", missing);
        }

        _columns = [.. Needed.Select(name => Array.IndexOf(names, name))];
        _grade = Array.IndexOf(names, GradeColumn);
        _width = names.Length;
    }

    private AgeGrade? GradeOf(string[] fields, int line)
    {
        if (_problems.Count >= MaxProblems)
        {
            throw new InputException($"More than {MaxProblems} things are wrong with the file.", _problems);
        }

        if (fields.Length != _width)
        {
            _problems.Add(new Problem(line, "", $"has {fields.Length} fields where the header has {_width}: cut or filled up to that."));
            return null;
        }

        var row = AgeGradeRow.Parse(fields[_columns[0]], fields[_columns[1]], fields[_columns[2]], fields[_columns[3]], line, _tables, _problems);
        if (row is { } wanted && wanted.GradeBy(_tables) is not { } grade)
        {
            _problems.Add(new Problem(line, "time_s", $"'{fields[_columns[3]]}' is no time that anybody needs for the distance."));
            return null;
        }

        return row?.GradeBy(_tables);
    }

    private void Write(CsvWriter writer, string[] fields, string grade)
    {
        Array.Resize(ref fields, _width);
        writer.WriteRecord(_grade < 0 ? [.. fields, grade] : [.. fields.Select((field, i) => i == _grade ? grade : field)]);
    }
}
