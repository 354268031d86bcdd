using System.Globalization;
using System.Text;
using RaceSystem.Timing.EdgeAgent.Spool;

namespace RaceSystem.Timing.EdgeAgent.Status;

/// <summary>The status in the text format of Prometheus, version 0.0.4.</summary>
internal sealed class PrometheusText
{
    private readonly StringBuilder _text = new();

    internal static string Of(AgentStatus status, LatencyHistogram journal)
    {
        var text = new PrometheusText();
        text.Decoders(status.Decoders);
        text.Devices(status.Devices);
        text.Metric("racesystem_edge_alarms", "gauge", "Things a person has to look at.", [("", status.Alarms.Count)]);
        text.Metric("racesystem_edge_dead_letters_total", "counter", "Frames that could not be understood.", [("", status.DeadLetters)]);
        text.Metric("racesystem_edge_spool_bytes", "gauge", "Bytes in the spool.", [("", status.SpoolBytes)]);
        text.Metric("racesystem_edge_spool_segments", "gauge", "Files of the spool.", [("", status.SpoolSegments)]);
        text.Metric("racesystem_edge_spool_damaged_bytes", "gauge", "Bytes of acknowledged reads that the disk lost.", [("", status.DamagedBytes)]);
        text.Metric("racesystem_edge_disk_free_bytes", "gauge", "Bytes that the spool's disk has left.", [("", status.FreeBytes)]);
        text.Histogram("racesystem_edge_journal_seconds", "From a batch's arrival to the end of its flush to disk.", journal);
        return text._text.ToString();
    }

    private void Decoders(IReadOnlyList<DecoderLine> decoders)
    {
        IEnumerable<(string, double)> Each(Func<DecoderLine, double?> value) =>
            from decoder in decoders
            let number = value(decoder)
            where number is not null
            select ($"{{decoder=\"{decoder.Id}\",protocol=\"{decoder.Protocol}\"}}", number.Value);

        Metric("racesystem_edge_decoder_connections", "gauge", "Open connections of the decoder.", Each(decoder => decoder.Connections));
        Metric("racesystem_edge_decoder_reads_total", "counter", "Reads put on disk.", Each(decoder => decoder.Reads));
        Metric("racesystem_edge_decoder_markers_total", "counter", "Markers put on disk.", Each(decoder => decoder.Markers));
        Metric("racesystem_edge_decoder_ignored_total", "counter", "Reads of locations declared as ignored.", Each(decoder => decoder.Ignored));
        Metric("racesystem_edge_decoder_rejected_total", "counter", "Frames that could not be understood.", Each(decoder => decoder.Rejected));
        Metric("racesystem_edge_decoder_failed_sessions_total", "counter", "Connections that did not end in order or could not be made.", Each(decoder => decoder.FailedSessions));
        Metric("racesystem_edge_decoder_turned_away_total", "counter", "Connections over the limits.", Each(decoder => decoder.TurnedAway));
        Metric("racesystem_edge_decoder_last_read_seconds", "gauge", "Since reads last came.", Each(decoder => decoder.SecondsSinceRead));
        Metric("racesystem_edge_decoder_battery_percent", "gauge", "As the decoder tells.", Each(decoder => decoder.BatteryPercent));
    }

    private void Devices(IReadOnlyList<DeviceLine> devices)
    {
        IEnumerable<(string, double)> Each(Func<DeviceLine, double?> value) =>
            from device in devices
            let number = value(device)
            where number is not null
            select ($"{{device=\"{device.Id}\"}}", number.Value);

        Metric("racesystem_edge_upload_connected", "gauge", "Whether Timing is connected.", Each(device => device.Uploading ? 1 : 0));
        Metric("racesystem_edge_spooled_reads", "gauge", "Reads in the spool since it was made.", Each(device => device.SpooledReads));
        Metric("racesystem_edge_unsent_reads", "gauge", "Reads that Timing lacks.", Each(device => device.UnsentReads));
        Metric("racesystem_edge_oldest_unsent_seconds", "gauge", "Age of the oldest read that Timing lacks.", Each(device => device.OldestUnsentSeconds));
        Metric("racesystem_edge_catch_ups", "gauge", "Lanes that catch up.", Each(device => device.CatchingUp));
        Metric("racesystem_edge_refused_reads_total", "counter", "Reads that Timing refused for good.", Each(device => device.RefusedReads));
        Metric("racesystem_edge_clock_offset_seconds", "gauge", "The agent's clock minus the decoder's.", Each(device => device.ClockOffsetSeconds));
    }

    private void Metric(string name, string type, string help, IEnumerable<(string Labels, double Value)> values)
    {
        _text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
        foreach (var (labels, value) in values)
        {
            _text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {value}\n");
        }
    }

    private void Histogram(string name, string help, LatencyHistogram histogram)
    {
        _text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} histogram\n");
        var counts = histogram.Snapshot();
        var total = 0L;
        for (var i = 0; i < LatencyHistogram.BoundsMs.Length; i++)
        {
            total += counts[i];
            _text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{le=\"{LatencyHistogram.BoundsMs[i] / 1_000}\"}} {total}\n");
        }

        total += counts[^1];
        _text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{le=\"+Inf\"}} {total}\n{name}_sum {histogram.SumSeconds}\n{name}_count {total}\n");
    }
}
