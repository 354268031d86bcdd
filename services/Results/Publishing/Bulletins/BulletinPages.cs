using RaceSystem.Results.Publishing.Fonts;
using RaceSystem.Results.Publishing.Language;
using RaceSystem.Results.Publishing.Markup;
using RaceSystem.Results.Publishing.Pdf;

namespace RaceSystem.Results.Publishing.Bulletins;

/// <summary>Writes a bulletin as text, as a page, or on paper.</summary>
internal static class BulletinPages
{
    private const float LineHeight = 14.5f;

    private const string Style = """
        body{font:16px/1.6 "Noto Sans","Noto Sans CJK KR","Malgun Gothic","Apple SD Gothic Neo","Segoe UI",sans-serif;color:#14181f;max-width:760px;margin:0 auto;padding:28px 20px 60px}
        .kind{color:#0b3d91;font-weight:700;letter-spacing:.06em;margin:0}
        h1{font-size:28px;line-height:1.25;margin:2px 0}h2{font-size:20px;color:#0b3d91;margin:30px 0 6px}h3{font-size:15px;margin:16px 0 2px}
        .state{color:#5b6470;margin:0 0 18px}.lead{font-weight:600}
        table{border-collapse:collapse;font-variant-numeric:tabular-nums;width:100%}td{padding:2px 8px;border-bottom:1px solid #eceff3}.r{text-align:right;white-space:nowrap}
        """;

    public static void WriteText(Bulletin bulletin, TextWriter writer)
    {
        writer.Write($"{bulletin.Kind}\n{PlainText.Of(bulletin.Title)}\n{bulletin.State}\n\n{PlainText.Of(bulletin.Lead)}\n");
        foreach (var part in bulletin.Parts)
        {
            writer.Write($"\n{PlainText.Of(part.Heading)}\n");
            foreach (var paragraph in part.Paragraphs)
            {
                writer.Write($"\n{PlainText.Of(paragraph)}\n");
            }

            foreach (var list in part.Leaders)
            {
                writer.Write($"\n{list.Title}\n");
                foreach (var line in list.Lines)
                {
                    writer.Write($"{line.Place,3}. {PlainText.Of(line.Name)}{(line.Nation.Length > 0 ? $" ({PlainText.Of(line.Nation)})" : "")}  {line.Time}{(line.Remark.Length > 0 ? "  " + line.Remark : "")}\n");
                }
            }
        }

        if (bulletin.Foot.Length > 0)
        {
            writer.Write($"\n{bulletin.Foot}\n");
        }
    }

    public static void WriteHtml(Bulletin bulletin, TextWriter writer)
    {
        writer.Write($"<!DOCTYPE html>\n<html lang=\"{bulletin.Tag}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>{Html.Text(bulletin.Title)} · {bulletin.Kind}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n");
        writer.Write($"<p class=\"kind\">{bulletin.Kind}</p>\n<h1>{Html.Text(bulletin.Title)}</h1>\n<p class=\"state\">{Html.Text(bulletin.State)}</p>\n<p class=\"lead\">{Html.Text(bulletin.Lead)}</p>\n");
        foreach (var part in bulletin.Parts)
        {
            writer.Write($"<h2>{Html.Text(part.Heading)}</h2>\n");
            foreach (var paragraph in part.Paragraphs)
            {
                writer.Write($"<p>{Html.Text(paragraph)}</p>\n");
            }

            foreach (var list in part.Leaders)
            {
                writer.Write($"<h3>{Html.Text(list.Title)}</h3>\n<table>\n");
                foreach (var line in list.Lines)
                {
                    writer.Write($"<tr><td class=\"r\">{line.Place}</td><td>{Html.Name(line.Name)}</td><td>{Html.Text(line.Nation)}</td><td class=\"r\">{line.Time}</td><td>{line.Remark}</td></tr>\n");
                }

                writer.Write("</table>\n");
            }
        }

        writer.Write($"{(bulletin.Foot.Length > 0 ? $"<p class=\"state\">{bulletin.Foot}</p>\n" : "")}</body>\n</html>\n");
    }

    public static void WritePdf(Bulletin bulletin, ExportOrder order, Stream stream, CancellationToken cancellationToken)
    {
        using var measure = new TextSetter(order.Fonts);
        var words = Words.Of(order.Language);
        PdfFile.Write(stream, $"{bulletin.Title} · {bulletin.Kind}", order.Fonts, PageShape.Portrait, flow => Content(flow, bulletin, words, measure), cancellationToken);
    }

    private static void Content(PageFlow flow, Bulletin bulletin, Words words, TextSetter measure)
    {
        flow.Frame = pen => pen.Text(words.Page(flow.Page, flow.Pages), PageFlow.Margin, flow.Shape.Height - PageFlow.Margin, flow.Width, new TextStyle(8) { Align = Align.Right, Color = TextStyle.Grey });
        flow.NewPage();
        Line(flow, bulletin.Kind, new TextStyle(11) { Bold = true, Color = TextStyle.Accent }, 16);
        Line(flow, bulletin.Title, new TextStyle(21) { Bold = true }, 26);
        Line(flow, bulletin.State, new TextStyle(9.5f) { Color = TextStyle.Grey }, 22);
        Paragraph(flow, measure, bulletin.Lead, new TextStyle(10.5f) { Bold = true });
        foreach (var part in bulletin.Parts)
        {
            flow.Y += 8;
            flow.Need(90);
            Line(flow, part.Heading, new TextStyle(14) { Bold = true, Color = TextStyle.Accent }, 20);
            foreach (var paragraph in part.Paragraphs)
            {
                Paragraph(flow, measure, paragraph, new TextStyle(10));
            }

            foreach (var list in part.Leaders)
            {
                flow.Need(60);
                Line(flow, list.Title, new TextStyle(10) { Bold = true }, LineHeight);
                foreach (var line in list.Lines)
                {
                    flow.Need(LineHeight);
                    Leader(flow, line);
                }

                flow.Y += 6;
            }
        }

        flow.Need(LineHeight);
        Line(flow, bulletin.Foot, new TextStyle(9) { Color = TextStyle.Grey }, LineHeight);
    }

    private static void Leader(PageFlow flow, LeaderLine line)
    {
        var (x, y) = (PageFlow.Margin, flow.Y + 10);
        var style = new TextStyle(9.5f) { Form = HanForms.Of(line.Country) };
        flow.Pen?.Text(Words.Number(line.Place), x, y, 24, style with { Align = Align.Right });
        flow.Pen?.Text(line.Name, x + 34, y, 280, style);
        flow.Pen?.Text(line.Nation, x + 320, y, 40, style);
        flow.Pen?.Text(line.Time, x + 360, y, 60, style with { Align = Align.Right, Bold = true });
        flow.Pen?.Text(line.Remark, x + 430, y, 90, style);
        flow.Y += LineHeight;
    }

    private static void Line(PageFlow flow, string text, TextStyle style, float height)
    {
        flow.Pen?.Text(text, PageFlow.Margin, flow.Y + style.Size, flow.Width, style);
        flow.Y += height;
    }

    private static void Paragraph(PageFlow flow, TextSetter measure, string text, TextStyle look)
    {
        var style = look with { IsSentence = true };
        foreach (var line in LineBreaks.Of(text, flow.Width, part => measure.Set(part, style).Width))
        {
            flow.Need(LineHeight);
            Line(flow, line, style, LineHeight);
        }

        flow.Y += 5;
    }
}
