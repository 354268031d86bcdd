using System.IO.Compression;
using System.Text;

namespace RaceSystem.Acceptance.Tests.Comparison;

/// <summary>Rows of a CSV file, plain or gzip, as column → text.</summary>
internal static class CsvRows
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        var header = Fields(reader.ReadLine() ?? throw new InvalidDataException($"{path} is empty."));
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (reader.ReadLine() is { } line)
        {
            var fields = Fields(line);
            Assert.True(fields.Count == header.Count, $"{path}, data row {rows.Count + 1}: {fields.Count} fields, the header has {header.Count}.");
            rows.Add(header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
        }

        return rows;
    }

    /// <summary>Fields of a line; a quoted one may hold commas and doubled quotes.</summary>
    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        foreach (var character in line)
        {
            if (character == '"')
            {
                // A doubled quote closes and opens again: the second one is content.
                quoted = !quoted;
                if (quoted && field.Length > 0)
                {
                    field.Append('"');
                }
            }
            else if (character == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(character);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
