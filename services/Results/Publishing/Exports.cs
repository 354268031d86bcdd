using System.Text;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing.Books;
using RaceSystem.Results.Publishing.Bulletins;
using RaceSystem.Results.Publishing.Certificates;
using RaceSystem.Results.Publishing.Iof;
using RaceSystem.Results.Publishing.Itra;
using RaceSystem.Results.Publishing.RunSignup;
using RaceSystem.Results.Publishing.Tables;

namespace RaceSystem.Results.Publishing;

/// <summary>Writes results in any format. What is written is a function of its arguments: equal results give equal bytes.</summary>
public static class Exports
{
    /// <summary>Writes the sheets, in their order, to a stream that stays open.</summary>
    /// <exception cref="RefusalException">The format takes one race (<c>RACE_REQUIRED</c>), or fonts are missing (<c>FONT_MISSING</c>), or there is no certificate for the bib (<c>BIB_UNKNOWN</c>, <c>NO_RESULT_TO_CERTIFY</c>).</exception>
    public static void Write(IReadOnlyList<ResultSheet> sheets, ExportOrder order, Stream stream, CancellationToken cancellationToken = default)
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
            case ExportFormat.RunSignupJson:
                RunSignupResults.WriteJson(One(sheets), stream);
                break;
            case ExportFormat.RunSignupCsv:
                WriteText(stream, writer => RunSignupResults.WriteCsv(One(sheets), writer));
                break;
            case ExportFormat.ItraXlsx:
                ItraWorkbook.Write(One(sheets), stream);
                break;
            case ExportFormat.IofXml:
                IofResultList.Write(sheets, order, stream);
                break;
            default:
                WritePages(sheets, order, stream, cancellationToken);
                break;
        }
    }

    private static void WritePages(IReadOnlyList<ResultSheet> sheets, ExportOrder order, Stream stream, CancellationToken cancellationToken)
    {
        switch (order.Format)
        {
            case ExportFormat.Html:
                WriteText(stream, writer => HtmlBook.Write(BookBinding.Bind(sheets, order), writer));
                break;
            case ExportFormat.Pdf:
                PdfBook.Write(BookBinding.Bind(sheets, order), order, stream, cancellationToken);
                break;
            case ExportFormat.CertificatePdf:
                PdfCertificate.Write(One(sheets), order, stream, cancellationToken);
                break;
            case ExportFormat.BulletinText:
                WriteText(stream, writer => BulletinPages.WriteText(Bulletin.Of(sheets, order), writer));
                break;
            case ExportFormat.BulletinHtml:
                WriteText(stream, writer => BulletinPages.WriteHtml(Bulletin.Of(sheets, order), writer));
                break;
            case ExportFormat.BulletinPdf:
                BulletinPages.WritePdf(Bulletin.Of(sheets, order), order, stream, cancellationToken);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(order), order.Format, "Every format has a writer.");
        }
    }

    private static ResultSheet One(IReadOnlyList<ResultSheet> sheets) => sheets.Count == 1
        ? sheets[0]
        : throw RefusalException.Invalid("RACE_REQUIRED", "race_id", $"this format holds one race: name it, one of {string.Join(", ", sheets.Select(sheet => sheet.Race.RaceId))}.");

    private static void WriteText(Stream stream, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        write(writer);
    }
}
