using System.Text;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing;

namespace RaceSystem.Results.Tests.Publishing;

/// <summary>What an export wrote.</summary>
internal static class Exported
{
    public static byte[] Bytes(ExportOrder order, params ResultSheet[] sheets)
    {
        using var stream = new MemoryStream();
        Exports.Write(sheets, order, stream);
        return stream.ToArray();
    }

    public static string Text(ExportOrder order, params ResultSheet[] sheets) => Encoding.UTF8.GetString(Bytes(order, sheets));

    public static string Text(ExportFormat format, params ResultSheet[] sheets) => Text(new ExportOrder { Format = format }, sheets);
}
