using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.Impinj;

/// <summary>Takes the events of one HTTP answer or request. Used once.</summary>
/// <param name="context">What it works with.</param>
/// <param name="layout">How events lie on lines.</param>
internal sealed class ImpinjSession(DecoderSessionContext context, JsonLayout layout) : IDecoderSession
{
    // An event that came after a pause is fresh; one out of a burst may have been kept for us, and says nothing of the clock.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan BetweenSamples = TimeSpan.FromSeconds(1);
    private readonly ImpinjParser _parser = new(context.Times, context.Settings);
    private readonly BatchBuffer _batch = new(context.Sink);
    private string _name = "";
    private long? _lastSample;

    /// <inheritdoc/>
    public async Task RunAsync(Stream stream, CancellationToken cancellationToken)
    {
        var framer = new JsonFramer(context.Limits.MaxFrameBytes, layout);
        var reader = new JsonFrameReader(stream, framer, context.Limits, context.Clock);
        var fills = 0;
        while (await reader.FillAsync(cancellationToken).ConfigureAwait(false))
        {
            fills++;
            var isFresh = fills > 1 && layout == JsonLayout.Lines && reader.LastWait >= Pause;
            while (reader.TryTake(out var frame))
            {
                Take(frame, isFresh);
                isFresh = false;
                if (_batch.IsFull)
                {
                    await _batch.StoreAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            await _batch.StoreAsync(cancellationToken).ConfigureAwait(false);
        }

        if (layout == JsonLayout.Free && framer.TryFinish(out var rest))
        {
            Take(rest, false);
            await _batch.StoreAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Take(in JsonFrame frame, bool isFresh)
    {
        if (frame.Kind is JsonFrameKind.Broken or JsonFrameKind.Text)
        {
            Reject(frame.Problem.Length > 0 ? frame.Problem : "not JSON", frame);
            return;
        }

        if (!_parser.TryParse(frame.Bytes, out var happened, out var problem))
        {
            Reject(problem, frame);
            return;
        }

        if (happened.Location.Length > 0 && happened.Location != _name)
        {
            _name = happened.Location;
            context.Sink.Report(new DecoderStatus(_name));
        }

        // One connection is one reader: what it does not sign is its own too.
        if (isFresh && happened.SentMicros is { } sent)
        {
            SampleClock(_name, sent);
        }

        if (happened.Read is { } read)
        {
            _batch.Add(_name, read);
        }

        if (happened.Marker is { } marker)
        {
            _batch.Add(_name, marker);
        }
    }

    private void SampleClock(string location, long sent)
    {
        var now = context.Clock.GetTimestamp();
        if (_lastSample is { } last && context.Clock.GetElapsedTime(last, now) < BetweenSamples)
        {
            return;
        }

        _lastSample = now;
        context.Sink.SampleClock(location, new ClockSample(sent, Instant.From(context.Clock.GetUtcNow()).Micros, 0));
    }

    private void Reject(string problem, in JsonFrame frame) =>
        context.Sink.Reject(new RejectedFrame(problem, frame.Bytes[..Math.Min(frame.Bytes.Length, RejectedFrame.MaxBytes)]));
}
