using System.Text;

namespace RaceSystem.Racectl.ExportResults;

/// <summary>Writes an export; a file is there whole or not at all.</summary>
internal static class ResultFile
{
    public static void Write(ResultTable table, string format, string path)
    {
        var temporary = path + ".part";
        try
        {
            using (var writer = new StreamWriter(temporary, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            {
                Write(table, format, writer);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be written: {exception.Message}");
        }
    }

    public static void Write(ResultTable table, string format, TextWriter writer)
    {
        if (format == "json")
        {
            JsonResults.Write(table, writer);
        }
        else
        {
            CsvResults.Write(table, writer);
        }
    }
}
