using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.Options;
using RaceSystem.Timing.EdgeAgent.Spool;
using RaceSystem.Timing.EdgeAgent.Upload;

namespace RaceSystem.Timing.EdgeAgent.Status;

/// <summary>A small page for the person beside the mat, and the same as JSON at <c>/metrics.json</c>.</summary>
internal static class StatusEndpoints
{
    internal static void MapStatus(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/metrics.json", Current);
        endpoints.MapGet("/", (IServiceProvider services) => TypedResults.Content(PageOf(Current(services)), "text/html; charset=utf-8"));
    }

    private static AgentStatus Current(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IOptions<EdgeAgentOptions>>().Value;
        var counters = services.GetRequiredService<AgentCounters>();
        var spool = services.GetRequiredService<SpoolFile>();
        var uploader = services.GetRequiredService<SpoolUploader>();
        uploader.Refresh();
        return new AgentStatus(
            settings.MeetId,
            settings.DeviceId,
            counters.Connections,
            counters.SpooledReads,
            counters.RefusedLines,
            spool.LastSequence,
            spool.ReadCount,
            uploader.DurableSequence,
            spool.LastSequence - uploader.DurableSequence,
            services.GetRequiredService<ReadJournal>().Alarm,
            uploader.Problem);
    }

    private static string PageOf(AgentStatus status)
    {
        var rows = new StringBuilder();
        foreach (var property in typeof(AgentStatus).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var value = Convert.ToString(property.GetValue(status), CultureInfo.InvariantCulture) ?? "none";
            rows.Append(CultureInfo.InvariantCulture, $"<tr><th>{property.Name}</th><td>{WebUtility.HtmlEncode(value)}</td></tr>");
        }

        return $"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Edge agent {status.DeviceId}</title>
            <style>body{"{"}font:16px system-ui;margin:2em{"}"} th{"{"}text-align:left;padding-right:2em{"}"}</style></head>
            <body><h1>Edge agent {status.DeviceId}</h1><table>{rows}</table></body></html>
            """;
    }
}
