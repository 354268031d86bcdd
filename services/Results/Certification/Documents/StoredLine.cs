using System.Text.Json;
using RaceSystem.Results.Certification.Json;

namespace RaceSystem.Results.Certification.Documents;

/// <summary>Reads the stored lines of rows.</summary>
public static class StoredLine
{
    /// <summary>The row of a line, canonical JSON.</summary>
    public static byte[] RowOf(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        return CanonicalJson.Of(document.RootElement.GetProperty("row"));
    }
}
