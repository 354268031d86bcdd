using System.Text;
using CsvHelper;
using RaceSystem.Kernel;
using RaceSystem.Registration.V1;

namespace RaceSystem.Racectl.Entries;

/// <summary>What a CSV of entries holds: rows that can be sent, and every line that cannot.</summary>
internal sealed record EntryFile(IReadOnlyList<ImportRow> Rows, IReadOnlyList<Problem> Problems)
{
    /// <summary>What one import takes.</summary>
    public const int MaxRows = 200_000;

    public static EntryFile Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path, Encoding.UTF8);
            return Read(reader);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            throw new InputException($"{path} cannot be read: {exception.Message}");
        }
    }

    public static EntryFile Read(TextReader text)
    {
        var problems = new List<Problem>();
        var rows = new List<ImportRow>();
        using var csv = CsvText.Reader(text);
        if (!csv.Read())
        {
            throw new InputException($"The file is empty: it begins with a line of column names out of {string.Join(",", EntryColumns.All)}.");
        }

        var columns = Header(CsvText.Fields(csv));
        var reader = new EntryRowReader(columns, problems);
        while (csv.Read())
        {
            if (rows.Count == MaxRows)
            {
                throw new InputException($"There are more than {MaxRows} entries: split the file.");
            }

            var line = (int)csv.LineNumber;
            var known = problems.Count;
            if (csv.FieldCount != columns.Count)
            {
                problems.Add(new Problem(line, "", $"has {csv.FieldCount} fields where the header has {columns.Count}."));
                continue;
            }

            var row = reader.Read(CsvText.Fields(csv), line);
            if (problems.Count == known)
            {
                rows.Add(row);
            }
        }

        return new EntryFile(rows, problems);
    }

    private static Dictionary<string, int> Header(string[] names)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var problems = new List<Problem>();
        for (var i = 0; i < names.Length; i++)
        {
            var name = names[i].Trim();
            if (!EntryColumns.All.Contains(name) && !IsAttribute(name))
            {
                problems.Add(new Problem(1, name, $"is no column of entries; the columns are {string.Join(", ", EntryColumns.All)} and {EntryColumns.AttributePrefix}KEY."));
            }
            else if (!columns.TryAdd(name, i))
            {
                problems.Add(new Problem(1, name, "is there twice."));
            }
        }

        problems.AddRange(EntryColumns.Required.Where(name => !columns.ContainsKey(name)).Select(name => new Problem(1, name, "is missing.")));
        return problems.Count == 0 ? columns : throw new InputException("The header of the file is wrong.", problems);
    }

    private static bool IsAttribute(string name) =>
        name.StartsWith(EntryColumns.AttributePrefix, StringComparison.Ordinal) && Identifier.IsValid(name[EntryColumns.AttributePrefix.Length..]);
}
