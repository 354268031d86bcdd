using System.Text;

namespace RaceSystem.Timing.Protocols.Csv;

/// <summary>
/// Cuts a line into fields; a field in double quotes may hold the delimiter, and a quote written twice. Blanks around
/// fields are not part of them.
/// </summary>
internal static class CsvFields
{
    /// <summary>A line with more fields makes no sense.</summary>
    public const int MaxFields = 100;

    /// <summary>The fields; false with what is wrong otherwise.</summary>
    public static bool TrySplit(string line, char delimiter, List<string> fields, out string problem)
    {
        fields.Clear();
        problem = "";
        for (var at = 0; at <= line.Length;)
        {
            if (fields.Count == MaxFields)
            {
                problem = $"more than {MaxFields} fields";
                return false;
            }

            var start = at;
            while (start < line.Length && line[start] != delimiter && char.IsWhiteSpace(line[start]))
            {
                start++;
            }

            if (start < line.Length && line[start] == '"')
            {
                if (!TryQuoted(line, delimiter, start + 1, fields, out at))
                {
                    problem = "a quote is not closed, or something follows it";
                    return false;
                }

                continue;
            }

            var end = line.IndexOf(delimiter, at);
            end = end < 0 ? line.Length : end;
            fields.Add(line[at..end].Trim());
            at = end + 1;
        }

        return true;
    }

    private static bool TryQuoted(string line, char delimiter, int start, List<string> fields, out int next)
    {
        var text = new StringBuilder();
        next = start;
        while (true)
        {
            var quote = line.IndexOf('"', next);
            if (quote < 0)
            {
                return false;
            }

            text.Append(line, next, quote - next);
            next = quote + 1;
            if (next >= line.Length || line[next] != '"')
            {
                break;
            }

            text.Append('"');
            next++;
        }

        fields.Add(text.ToString().Trim());
        var end = line.IndexOf(delimiter, next);
        end = end < 0 ? line.Length : end;
        var isEmpty = string.IsNullOrWhiteSpace(line[next..end]);
        next = end + 1;
        return isEmpty;
    }
}
