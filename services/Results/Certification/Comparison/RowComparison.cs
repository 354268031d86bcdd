using System.Text.Json;

namespace RaceSystem.Results.Certification.Comparison;

/// <summary>Compares the stored lines of a runner's row in two versions.</summary>
public static class RowComparison
{
    private const string Splits = "splits";

    /// <summary>The fields of a line that are different; of no line all of them are.</summary>
    /// <param name="before">Empty: the row is new.</param>
    /// <param name="after">Empty: the row is gone.</param>
    public static IReadOnlyList<FieldDifference> Of(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        var (old, now) = (FieldsOf(before), FieldsOf(after));
        return
        [
            .. from name in old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
               let difference = new FieldDifference(name, old.GetValueOrDefault(name, ""), now.GetValueOrDefault(name, ""))
               where difference.Before != difference.After
               select difference,
        ];
    }

    private static Dictionary<string, string> FieldsOf(ReadOnlyMemory<byte> line)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (line.IsEmpty)
        {
            return fields;
        }

        using var document = JsonDocument.Parse(line);
        foreach (var member in document.RootElement.GetProperty("row").EnumerateObject().Where(member => member.Name != Splits))
        {
            fields[member.Name] = member.Value.GetRawText();
        }

        foreach (var split in document.RootElement.GetProperty(Splits).EnumerateArray())
        {
            fields[$"{Splits}.{split.GetProperty("id").GetString()}"] = split.GetRawText();
        }

        return fields;
    }
}
