using CsvHelper;

namespace RaceSystem.Racectl;

/// <summary>The one form of CSV that racectl reads and writes: commas, UTF-8, a header that the caller reads himself.</summary>
internal static class CsvText
{
    /// <summary>Longest line in bytes; a quote that is never closed must not swallow the memory.</summary>
    private const int MaxRecordBytes = 1024 * 1024;

    public static CsvReader Reader(TextReader text) => CsvReader.Create(
        text,
        new CsvReaderOptions { Separator = ',', HasHeader = false, TrackLineNumbers = true, MaxRecordSize = MaxRecordBytes, DetectSeparatorHint = false },
        leaveOpen: true);

    public static CsvWriter Writer(TextWriter text) => CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);

    /// <summary>The fields of the record the reader stands on.</summary>
    public static string[] Fields(CsvReader reader)
    {
        var fields = new string[reader.FieldCount];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = reader.GetString(i);
        }

        return fields;
    }
}
