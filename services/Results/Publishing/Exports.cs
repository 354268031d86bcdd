using System.Text;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing.Tables;

namespace RaceSystem.Results.Publishing;

/// <summary>Writes results in any format. What is written is a function of its arguments: equal results give equal bytes.</summary>
public static class Exports
{
    /// <summary>Writes the sheets, in their order, to a stream that stays open.</summary>
    public static void Write(IReadOnlyList<ResultSheet> sheets, ExportOrder order, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        ArgumentNullException.ThrowIfNull(order);
        switch (order.Format)
        {
            case ExportFormat.Csv:
                WriteText(stream, writer => CsvResults.Write(sheets, order, writer));
                break;
            case ExportFormat.Json:
                JsonResults.Write(sheets, order, stream);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(order), order.Format, "Every format has a writer.");
        }
    }

    private static void WriteText(Stream stream, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        write(writer);
    }
}
