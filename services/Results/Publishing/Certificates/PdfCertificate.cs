using QRCoder;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Relays;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing.Books;
using RaceSystem.Results.Publishing.Facts;
using RaceSystem.Results.Publishing.Fonts;
using RaceSystem.Results.Publishing.Language;
using RaceSystem.Results.Publishing.Pdf;
using SkiaSharp;

namespace RaceSystem.Results.Publishing.Certificates;

/// <summary>The certificate of a runner who finished: one page of A4.</summary>
internal static class PdfCertificate
{
    private const float Left = 64;
    private const float Width = 467.28f;
    private const int SplitColumns = 4;
    private const int MostLegs = 16;
    private static readonly SKColor Gold = new(0xB0, 0x8D, 0x3C);

    public static void Write(ResultSheet sheet, ExportOrder order, Stream stream, CancellationToken cancellationToken)
    {
        var row = sheet.Rows.FirstOrDefault(row => row.Entry.Bib.Length > 0 && string.Equals(row.Entry.Bib, order.Bib, StringComparison.Ordinal))
            ?? throw RefusalException.NotFound("BIB_UNKNOWN", $"There is no bib '{order.Bib}' in race '{sheet.Race.RaceId}'.");
        if (row.Status is not (ResultStatus.Finished or ResultStatus.OverTimeLimit) || row.OfficialTime is null)
        {
            throw new RefusalException(RefusalKind.FailedPrecondition, "NO_RESULT_TO_CERTIFY", $"Bib '{order.Bib}' has no finish to certify.");
        }

        using var measure = new TextSetter(order.Fonts);
        PdfFile.Write(stream, $"{sheet.Meet.DisplayName} · {row.Entry.Bib}", order.Fonts, PageShape.Portrait, flow => Page(flow, measure, sheet, row, order), cancellationToken);
    }

    private static void Page(PageFlow flow, TextSetter measure, ResultSheet sheet, ResultRow row, ExportOrder order)
    {
        flow.NewPage();
        if (flow.Pen is not { } pen)
        {
            return;
        }

        var words = Words.Of(order.Language);
        var form = HanForms.Of(row.Entry.Country);
        pen.Frame(28, 28, flow.Shape.Width - 56, flow.Shape.Height - 56, 2.2f, Gold);
        pen.Frame(34, 34, flow.Shape.Width - 68, flow.Shape.Height - 68, 0.6f, Gold);
        Centre(pen, words.Certificate, 118, 40, TextStyle.Accent, form, bold: true);
        Title(pen, measure, sheet.Meet.DisplayName, 162, 19, form);
        if (ShownText.Day(sheet.Meet) is { } day)
        {
            Centre(pen, words.DayOf(day), 186, 12, TextStyle.Grey, form);
        }

        Title(pen, measure, row.Entry.DisplayName.Length > 0 ? PersonName.Spoken(row.Entry) : $"{words.Bib} {row.Entry.Bib}", 270, 34, form);
        Centre(pen, string.Join("  ·  ", Facts(row, words)), 298, 12, TextStyle.Grey, form);
        Centre(pen, words.Finished(RaceTitle.WithDistance(sheet.Race)), 350, 14, TextStyle.Black, form);
        Centre(pen, ShownText.Time(row.OfficialTime, sheet.Race.Resolution), 410, 50, TextStyle.Accent, form, bold: true);
        var y = 450f;
        if (OtherTime(sheet, row, words) is { Length: > 0 } other)
        {
            Centre(pen, other, 432, 12, TextStyle.Grey, form);
            y += 8;
        }

        foreach (var line in Places(sheet, row, words))
        {
            Centre(pen, line, y, 13, TextStyle.Black, form);
            y += 20;
        }

        if (sheet.Legs.Count > 0 && row.Runner >= 0)
        {
            Legs(pen, sheet, row, words, 540);
        }
        else
        {
            Splits(pen, sheet, row, words, 540);
        }

        Foot(flow, pen, sheet, order, words);
    }

    /// <summary>The time that does not rank, where it is another one.</summary>
    private static string OtherTime(ResultSheet sheet, ResultRow row, Words words) =>
        row.NetTime is { } net && net != row.OfficialTime ? $"{words.Net} {ShownText.Time(net, sheet.Race.Resolution)}"
        : row.GunTime is { } gun && gun != row.OfficialTime ? $"{words.Gun} {ShownText.Time(gun, sheet.Race.Resolution)}" : "";

    private static IEnumerable<string> Facts(ResultRow row, Words words)
    {
        if (row.Entry.DisplayName.Length > 0)
        {
            yield return $"{words.Bib} {row.Entry.Bib}";
        }

        if (row.Entry.Country.Length > 0)
        {
            yield return words.Nationality(row.Entry.Country);
        }

        if (row.Entry.Club.Length > 0)
        {
            yield return row.Entry.Club;
        }
    }

    private static IEnumerable<string> Places(ResultSheet sheet, ResultRow row, Words words)
    {
        if (row.Places.Overall > 0)
        {
            yield return words.PlaceOf(row.Places.Overall, sheet.Rows.Count(other => other.Places.Overall > 0), words.AllPlaced);
        }

        if (row.Places.BySex > 0)
        {
            yield return words.PlaceOf(row.Places.BySex, sheet.Rows.Count(other => other.Entry.Sex == row.Entry.Sex && other.Places.BySex > 0), words.SexOf(row.Entry.Sex));
        }

        if (row.Places.ByDivision > 0)
        {
            var isBySex = sheet.Race.Divisions.Any(division => division.DivisionId == row.DivisionId && division.RankedBySex);
            var among = sheet.Rows.Count(other => other.Places.ByDivision > 0 && other.DivisionId == row.DivisionId && (!isBySex || other.Entry.Sex == row.Entry.Sex));
            yield return words.PlaceOf(row.Places.ByDivision, among, row.DivisionId);
        }
    }

    private static void Splits(Pen pen, ResultSheet sheet, ResultRow row, Words words, float top)
    {
        var measured = row.Splits.Skip(1).SkipLast(1).Where(split => split.OfficialTime is not null).Take(SplitColumns * 4).ToArray();
        if (measured.Length == 0)
        {
            return;
        }

        pen.Text(words.Splits, Left, top, Width, new TextStyle(10) { Bold = true, Align = Align.Centre, Color = TextStyle.Grey });
        var columns = Math.Min(SplitColumns, measured.Length);
        var width = Width / columns;
        for (var i = 0; i < measured.Length; i++)
        {
            var (x, y) = (Left + (i % columns * width), top + 20 + (i / columns * 18));
            pen.Text(RowText.NameOf(measured[i].Visit), x + (width * 0.1f), y, width * 0.4f, new TextStyle(9.5f) { Color = TextStyle.Grey });
            pen.Text(ShownText.Time(measured[i].OfficialTime, sheet.Race.Resolution), x + (width * 0.5f), y, width * 0.4f, new TextStyle(9.5f) { Align = Align.Right });
        }
    }

    /// <summary>Who ran which leg of a relay how fast.</summary>
    private static void Legs(Pen pen, ResultSheet sheet, ResultRow row, Words words, float top)
    {
        pen.Text(words.RelayLegs, Left, top, Width, new TextStyle(10) { Bold = true, Align = Align.Centre, Color = TextStyle.Grey });
        var height = Math.Min(18, 110f / sheet.Legs.Count);
        for (var i = 0; i < sheet.Legs.Count && i < MostLegs; i++)
        {
            var (leg, y) = (sheet.Legs[i], top + 20 + (i * height));
            var style = new TextStyle(Math.Min(9.5f, height * 0.8f));
            pen.Text(words.LegOf(leg.Leg.Number, leg.Leg.DistanceM), Left + 40, y, 120, style with { Color = TextStyle.Grey });
            pen.Text(RaceRelay.RunnerOf(row.Entry, leg.Leg)?.DisplayName ?? "", Left + 170, y, 170, style);
            pen.Text(ShownText.Time(leg.Times.Where(time => time.Team == row.Runner).Select(time => (Elapsed?)time.Time).FirstOrDefault(), sheet.Race.Resolution), Left + 350, y, 70, style with { Align = Align.Right });
        }
    }

    private static void Foot(PageFlow flow, Pen pen, ResultSheet sheet, ExportOrder order, Words words)
    {
        // A proof is some thousand characters: its code has to be larger than that of an address.
        var side = order.ProofText.Length > 300 ? 150f : 86f;
        var (x, y) = (flow.Shape.Width - Left - side, flow.Shape.Height - 64 - side);
        if (order.ProofText.Length > 0)
        {
            Code(pen, order.ProofText, x, y, side);
            pen.Text(words.Verify, x - 60, y + side + 11, side + 60, new TextStyle(7) { Align = Align.Right, Color = TextStyle.Grey });
        }

        var version = order.Versions.GetValueOrDefault(sheet.Race.RaceId);
        pen.Text(version is null ? words.Unofficial : words.StateOf(version), Left, y + side - 56, 290, new TextStyle(10) { Bold = true });
        pen.Text(words.ProfileOf(sheet.Race), Left, y + side - 40, 290, new TextStyle(8) { Color = TextStyle.Grey });
        if (version is not null)
        {
            pen.Text($"SHA-256 {version.Hash}", Left, y + side - 26, 290, new TextStyle(7) { Color = TextStyle.Grey });
        }
    }

    private static void Code(Pen pen, string text, float x, float y, float size)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, text.Length > 300 ? QRCodeGenerator.ECCLevel.L : QRCodeGenerator.ECCLevel.M, forceUtf8: false);
        var modules = data.ModuleMatrix.Count;
        var module = size / modules;
        for (var line = 0; line < modules; line++)
        {
            for (var column = 0; column < modules; column++)
            {
                if (data.ModuleMatrix[line][column])
                {
                    // A hair wider: neighbours must touch on every printer.
                    pen.Fill(x + (column * module), y + (line * module), module + 0.02f, module + 0.02f, SKColors.Black);
                }
            }
        }
    }

    /// <summary>In one line where it fits without getting small, otherwise in two, the second in the place of one.</summary>
    private static void Title(Pen pen, TextSetter measure, string text, float baseline, float size, HanForm form)
    {
        var style = new TextStyle(size) { Bold = true, Align = Align.Centre, Form = form };
        if (measure.Set(text, style).Width * 0.8f <= Width)
        {
            pen.Text(text, Left, baseline, Width, style);
            return;
        }

        var smaller = style with { Size = size * 0.8f };
        var lines = LineBreaks.Of(text, Width, part => measure.Set(part, smaller).Width).ToArray();
        if (lines.Length > 1)
        {
            pen.Text(lines[0], Left, baseline - size, Width, smaller);
        }

        pen.Text(string.Join(' ', lines.Skip(lines.Length > 1 ? 1 : 0)), Left, baseline, Width, smaller);
    }

    private static void Centre(Pen pen, string text, float baseline, float size, SKColor color, HanForm form, bool bold = false) =>
        pen.Text(text, Left, baseline, Width, new TextStyle(size) { Bold = bold, Align = Align.Centre, Color = color, Form = form });
}
