namespace RaceSystem.Timing.Protocols.ChronoTrack;

/// <summary>A connection from SimpleClient or a decoder.</summary>
internal sealed class ChronoTrackSession(DecoderSessionContext context) : IDecoderSession
{
    public async Task RunAsync(Stream stream, CancellationToken cancellationToken) =>
        await new ChronoTrackDialogue(context, stream).RunAsync(cancellationToken).ConfigureAwait(false);
}
