using Microsoft.Extensions.Options;
using RaceSystem.Kernel;
using RaceSystem.Timing.EdgeAgent.Decoders;
using RaceSystem.Timing.EdgeAgent.Spool;
using RaceSystem.Timing.EdgeAgent.Spool.Disk;
using RaceSystem.Timing.EdgeAgent.Upload;
using RaceSystem.Timing.Protocols.Hosting;

namespace RaceSystem.Timing.EdgeAgent.Status;

/// <summary>Gathers what the agent shows.</summary>
internal sealed class StatusBoard(
    IOptions<EdgeAgentOptions> options,
    DecoderHost decoders,
    UploadHost uploads,
    ReadSpool spool,
    ISpoolDisk disk,
    ReadJournal journal,
    SpoolKeeper keeper,
    DeviceClocks clocks,
    DeadLetterLog deadLetters,
    TimeProvider time)
{
    internal LatencyHistogram JournalLatency => journal.Latency;

    internal IReadOnlyList<DeadLetter> DeadLetters => deadLetters.Snapshot();

    internal AgentStatus Current()
    {
        var now = Instant.From(time.GetUtcNow());
        var devices = uploads.Uploaders.Select(uploader => LineOf(uploader, now)).ToList();
        return new AgentStatus(
            options.Value.MeetId,
            options.Value.Server,
            [.. Alarms(devices)],
            [.. decoders.Runners.Select(runner => LineOf(runner, now))],
            devices,
            spool.Bytes,
            spool.SegmentCount,
            disk.FreeBytes,
            spool.DamagedBytes,
            spool.TornBytes,
            deadLetters.Total);
    }

    private IEnumerable<string> Alarms(List<DeviceLine> devices)
    {
        if (journal.Alarm is { } full)
        {
            yield return $"The disk takes no reads and decoders get no acks: {full} Make room; decoders send again by themselves.";
        }
        else if (keeper.Alarm is { } tight)
        {
            yield return $"The disk has no room for another part of the spool: {tight} Make room before the part in use is full.";
        }

        if (spool.DamagedBytes > 0)
        {
            yield return $"{spool.DamagedBytes} bytes of acknowledged reads cannot be read any more. What can be is sent; keep the files of the spool and read the decoders out.";
        }

        foreach (var device in devices.Where(device => device.ClockProblem is not null))
        {
            yield return $"The clock of {device.Id} cannot be believed. {device.ClockProblem}";
        }

        foreach (var device in devices.Where(device => device.RefusedReads > 0))
        {
            yield return $"Timing refused {device.RefusedReads} reads of {device.Id} for good: see refused-{device.Id}.csv in the spool's folder.";
        }
    }

    private static DecoderLine LineOf(DecoderRunner runner, Instant now)
    {
        var (settings, state) = (runner.Settings, runner.State);
        return new DecoderLine(
            settings.DecoderId,
            settings.Protocol,
            state.LocalEndPoint?.ToString() ?? (settings.Port == 0 ? settings.Address : $"{settings.Address}:{settings.Port}"),
            state.Connections,
            state.Reads,
            state.Markers,
            state.Ignored,
            state.Rejected,
            state.FailedSessions,
            state.TurnedAway,
            state.LastRead is { } last ? Seconds(now.Micros - last.Micros) : null,
            state.Status.BatteryPercent,
            state.LastError);
    }

    private DeviceLine LineOf(DeviceUploader uploader, Instant now)
    {
        var device = uploader.DeviceId;
        var (reads, unsent, catchUps) = spool.With(device, lanes => (lanes.Reads, lanes.UnsentReads, lanes.CatchUps.Count));
        return new DeviceLine(
            device,
            uploader.IsConnected,
            reads,
            unsent,
            uploader.OldestUnsent() is { } oldest ? Seconds(now.Micros - oldest.Micros) : null,
            catchUps,
            uploader.Refused.Count,
            clocks.OffsetMicros(device) is { } offset ? Seconds(offset) : null,
            clocks.VerdictOn(device)?.Evidence,
            uploader.Problem);
    }

    private static double Seconds(long micros) => micros / (double)Instant.MicrosPerSecond;
}
