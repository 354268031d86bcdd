using System.Globalization;
using System.Net;
using System.Text;
using RaceSystem.Timing.Protocols.Hosting;

namespace RaceSystem.Timing.EdgeAgent.Status;

/// <summary>A small page for the person beside the mat; no script, so that any telephone shows it.</summary>
internal static class StatusPage
{
    private const int DeadLettersShown = 20;

    private const string Style = """
        body{font:16px system-ui,sans-serif;margin:1.5em;color:#1b1f24;background:#fff;max-width:75em}
        h1{font-size:1.4em;margin:0 0 .2em}h2{font-size:1.1em;margin:1.6em 0 .4em}
        .state{padding:.6em .9em;border-radius:.4em;font-weight:600;background:#dff3e4;color:#0d4a20}
        .alarm{padding:.6em .9em;border-radius:.4em;font-weight:600;background:#b3261e;color:#fff;margin-top:.5em}
        .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}
        th,td{text-align:left;padding:.35em .9em .35em 0;border-bottom:1px solid #d8dee4;vertical-align:top}
        td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
        .bad{color:#b3261e;font-weight:600}.good{color:#0d6b2d;font-weight:600}.dim{color:#59636e}
        code{font-size:.9em;word-break:break-all}
        """;

    internal static string Of(AgentStatus status, IReadOnlyList<DeadLetter> deadLetters)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <meta http-equiv="refresh" content="2"><title>Edge agent {Text(status.MeetId)}</title><style>{Style}</style></head><body>
            <h1>Edge agent of {Text(status.MeetId)}</h1><p class="dim">uploads to {Text(status.Server.ToString())} · <a href="/metrics">metrics</a> · <a href="/metrics.json">JSON</a></p>
            """);
        foreach (var alarm in status.Alarms)
        {
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"alarm\" role=\"alert\">{Text(alarm)}</div>");
        }

        if (status.Alarms.Count == 0)
        {
            page.Append("<div class=\"state\">Every acknowledged read is on disk.</div>");
        }

        Devices(page, status.Devices);
        Decoders(page, status.Decoders);
        page.Append(CultureInfo.InvariantCulture, $"<h2>Spool</h2><p>{Bytes(status.SpoolBytes)} in {status.SpoolSegments} files; {Bytes(status.FreeBytes)} free on its disk.</p>");
        DeadLetters(page, deadLetters, status.DeadLetters);
        return page.Append("</body></html>").ToString();
    }

    private static void Devices(StringBuilder page, IReadOnlyList<DeviceLine> devices)
    {
        page.Append("<h2>Devices</h2><div class=\"scroll\"><table><tr><th>Device</th><th>Timing</th><th class=\"n\">Reads</th><th class=\"n\">Not sent</th><th class=\"n\">Oldest not sent</th><th class=\"n\">Refused</th><th class=\"n\">Clock offset</th><th>Problem</th></tr>");
        foreach (var device in devices)
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                <tr><td>{Text(device.Id)}</td><td>{State(device.Uploading, device.CatchingUp > 0 ? "connected, catching up" : "connected", "away")}</td>
                <td class="n">{device.SpooledReads:N0}</td><td class="n">{device.UnsentReads:N0}</td><td class="n">{Age(device.OldestUnsentSeconds)}</td>
                <td class="n">{device.RefusedReads:N0}</td><td class="n">{Offset(device.ClockOffsetSeconds)}</td><td>{Text(device.Problem ?? "")}</td></tr>
                """);
        }

        page.Append("</table></div>");
    }

    private static void Decoders(StringBuilder page, IReadOnlyList<DecoderLine> decoders)
    {
        page.Append("<h2>Decoders</h2><div class=\"scroll\"><table><tr><th>Decoder</th><th>Protocol</th><th>Address</th><th>State</th><th class=\"n\">Reads</th><th class=\"n\">Markers</th><th class=\"n\">Rejected</th><th class=\"n\">Last read</th><th class=\"n\">Battery</th><th>Last problem</th></tr>");
        foreach (var decoder in decoders)
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                <tr><td>{Text(decoder.Id)}</td><td>{Text(decoder.Protocol)}</td><td>{Text(decoder.Where)}</td>
                <td>{State(decoder.Connections > 0, decoder.Connections == 1 ? "connected" : $"{decoder.Connections} connections", "not connected")}</td>
                <td class="n">{decoder.Reads:N0}</td><td class="n">{decoder.Markers:N0}</td><td class="n">{decoder.Rejected:N0}</td>
                <td class="n">{Age(decoder.SecondsSinceRead)}</td><td class="n">{(decoder.BatteryPercent is { } battery ? $"{battery:0} %" : "–")}</td><td>{Text(decoder.LastError ?? "")}</td></tr>
                """);
        }

        page.Append("</table></div>");
    }

    private static void DeadLetters(StringBuilder page, IReadOnlyList<DeadLetter> letters, long total)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>Not understood: {total:N0}</h2>");
        if (letters.Count == 0)
        {
            return;
        }

        page.Append("<div class=\"scroll\"><table><tr><th>Time (UTC)</th><th>Decoder</th><th>Why</th><th>Bytes</th></tr>");
        foreach (var letter in letters.Take(DeadLettersShown))
        {
            var again = letter.Repeats > 0 ? $" ({letter.Repeats} times more)" : "";
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{letter.Time.ToDateTimeOffset():HH:mm:ss}</td><td>{Text(letter.DecoderId)}</td><td>{Text(letter.Reason + again)}</td><td><code>{Text(Printable(letter.Bytes.Span))}</code></td></tr>");
        }

        page.Append("</table></div>");
    }

    private static string State(bool isGood, string good, string bad) => isGood ? $"<span class=\"good\">{good}</span>" : $"<span class=\"bad\">{bad}</span>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Age(double? seconds) => seconds switch
    {
        null => "–",
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
        < 7_200 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3_600:0} h"),
    };

    private static string Offset(double? seconds) => seconds is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:+0.000;-0.000} s") : "–";

    private static string Bytes(long bytes) => bytes < 1 << 20 ? $"{bytes >> 10} KiB" : bytes < 10L << 30 ? $"{bytes >> 20} MiB" : $"{bytes >> 30} GiB";

    private static string Printable(ReadOnlySpan<byte> bytes)
    {
        const int Shown = 80;
        var text = new StringBuilder();
        foreach (var value in bytes[..Math.Min(Shown, bytes.Length)])
        {
            text.Append(value is >= 32 and < 127 ? ((char)value).ToString() : $"\\x{value:x2}");
        }

        return bytes.Length > Shown ? text.Append('…').ToString() : text.ToString();
    }
}
