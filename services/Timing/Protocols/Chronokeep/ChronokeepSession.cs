using System.Globalization;
using System.Text;
using System.Text.Json;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Framing;
using static RaceSystem.Timing.Protocols.JsonValues;

namespace RaceSystem.Timing.Protocols.Chronokeep;

/// <summary>
/// One connection to a portal. It subscribes first, then asks the portal's time, then for the reads that were missed, then
/// for the time again: a portal answers in order, so that the second time means that nothing missed is left, and only
/// from there on the newest stored read is remembered as the place to go on from. Used once.
/// </summary>
/// <param name="context">What it works with.</param>
internal sealed class ChronokeepSession(DecoderSessionContext context) : IDecoderSession
{
    private const string NewestKey = "chronokeep-newest-s";
    private const long EndOfTime = 7_258_118_400;

    // A read is pushed when its reader's window has closed, and several readers share a portal: what is newer may be told first.
    private const long OverlapSeconds = 300;
    private const long ClockStepMicros = Instant.MicrosPerSecond;
    private readonly bool _takesReaderClock = context.Setting("clock", "portal") == "reader";
    private readonly BatchBuffer _batch = new(context.Sink);
    private readonly ClockQuestion _question = new(context.Clock, ClockStepMicros);
    private readonly List<byte> _answer = [];
    private Progress _progress = Progress.Connecting;
    private long _newest;
    private long _remembered;

    private enum Progress
    {
        Connecting,
        AskedForTime,
        AskedForMissed,
        Following,
        Ended,
    }

    /// <inheritdoc/>
    public async Task RunAsync(Stream stream, CancellationToken cancellationToken)
    {
        var reader = new JsonFrameReader(stream, new JsonFramer(context.Limits.MaxFrameBytes, JsonLayout.Lines, PortalRead.ListName), context.Limits, context.Clock);
        Say("""{"command":"connect","reads":true}""");
        do
        {
            while (_progress != Progress.Ended && reader.TryTake(out var frame))
            {
                Take(frame);
                if (_answer.Count > 0 || _batch.IsFull)
                {
                    await StoreAndAnswerAsync(stream, cancellationToken).ConfigureAwait(false);
                }
            }

            await StoreAndAnswerAsync(stream, cancellationToken).ConfigureAwait(false);
        }
        while (_progress != Progress.Ended && await reader.FillAsync(cancellationToken).ConfigureAwait(false));
    }

    private async Task StoreAndAnswerAsync(Stream stream, CancellationToken cancellationToken)
    {
        await _batch.StoreAsync(cancellationToken).ConfigureAwait(false);
        if (_progress == Progress.Following && _newest > _remembered)
        {
            context.Memory.Remember(NewestKey, _newest.ToString(CultureInfo.InvariantCulture));
            _remembered = _newest;
        }

        if (_answer.Count > 0)
        {
            var answer = _answer.ToArray();
            _answer.Clear();
            await stream.WriteAsync(answer, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Take(in JsonFrame frame)
    {
        if (frame.Kind is JsonFrameKind.Broken or JsonFrameKind.Text)
        {
            Reject(frame.Problem.Length > 0 ? frame.Problem : "not JSON", frame);
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(frame.Bytes);
            if (frame.Kind == JsonFrameKind.Element)
            {
                TakeRead(document.RootElement, frame);
            }
            else
            {
                TakeMessage(document.RootElement, frame);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            Reject("not JSON", frame);
        }
    }

    private void TakeRead(JsonElement element, in JsonFrame frame)
    {
        if (!PortalRead.TryParse(element, _takesReaderClock, out var read, out var problem))
        {
            Reject(problem, frame);
            return;
        }

        _newest = Math.Max(_newest, read.PortalSeconds);
        _batch.Add(read.Location, read.Value);
    }

    private void TakeMessage(JsonElement message, in JsonFrame frame)
    {
        switch (Text(message, "command"))
        {
            case "connection_successful":
                Connected(message);
                break;
            case "time":
                TakeTime(message, frame);
                break;
            case "keepalive":
                Say("""{"command":"keepalive_ack"}""");
                AskTime();
                break;
            case "error":
                TakeError(message, frame);
                break;
            case "disconnect":
                _progress = Progress.Ended;
                break;
            case null:
                Reject("no message of a portal", frame);
                break;
        }
    }

    private void Connected(JsonElement message)
    {
        var name = Text(message, "name") ?? "";
        context.Sink.Report(new DecoderStatus(name[..Math.Min(name.Length, 100)]));
        if (_progress == Progress.Connecting)
        {
            _progress = Progress.AskedForTime;
            AskTime();
        }
    }

    private void TakeTime(JsonElement message, in JsonFrame frame)
    {
        if (!IsoTime.TryParse(Text(message, "utc") + "Z", context.Times, out var portal, out var problem))
        {
            Reject(problem, frame);
            return;
        }

        if (_question.Answer(portal) is { } sample)
        {
            context.Sink.SampleClock("", sample);
        }

        if (_progress == Progress.AskedForTime)
        {
            _progress = Progress.AskedForMissed;
            Say(string.Create(CultureInfo.InvariantCulture, $$"""{"command":"reads_get","start_seconds":{{From(portal / Instant.MicrosPerSecond)}},"end_seconds":{{EndOfTime}}}"""));
            AskTime();
        }
        else if (_progress == Progress.AskedForMissed)
        {
            _progress = Progress.Following;
        }
    }

    /// <summary>A newest read ahead of the portal's clock does not hide what comes until then.</summary>
    private long From(long portalNow)
    {
        if (long.TryParse(context.Memory.Recall(NewestKey), NumberStyles.None, CultureInfo.InvariantCulture, out var newest))
        {
            _remembered = Math.Min(newest, portalNow);
            return Math.Max(0, _remembered - OverlapSeconds);
        }

        var hours = int.TryParse(context.Setting("history-hours", "24"), NumberStyles.None, CultureInfo.InvariantCulture, out var declared) ? Math.Min(declared, 720) : 24;
        return Math.Max(0, portalNow - (hours * 3_600L));
    }

    private void TakeError(JsonElement message, in JsonFrame frame)
    {
        var error = Object(message, "error") ?? message;
        var words = $"{Text(error, "error_type") ?? "an error"} {Text(error, "message")}".TrimEnd();
        words = words[..Math.Min(words.Length, 200)];
        if (_progress != Progress.Following)
        {
            throw new DecoderProtocolException(words.StartsWith("TOO_MANY_CONNECTIONS", StringComparison.Ordinal)
                ? "The portal has no connection left: close one of the programs that are connected with it."
                : $"The portal refuses: {words}.");
        }

        Reject($"the portal tells {words}", frame);
    }

    private void AskTime()
    {
        _question.Ask();
        Say("""{"command":"time_get"}""");
    }

    private void Say(string command) => _answer.AddRange(Encoding.UTF8.GetBytes(command + "\n"));

    private void Reject(string problem, in JsonFrame frame) =>
        context.Sink.Reject(new RejectedFrame(problem, frame.Bytes[..Math.Min(frame.Bytes.Length, RejectedFrame.MaxBytes)]));
}
