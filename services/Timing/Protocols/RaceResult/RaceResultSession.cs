namespace RaceSystem.Timing.Protocols.RaceResult;

/// <summary>A connection with a decoder. Settings that make no sense end it when it starts.</summary>
internal sealed class RaceResultSession(DecoderSessionContext context) : IDecoderSession
{
    public async Task RunAsync(Stream stream, CancellationToken cancellationToken) =>
        await new RaceResultDialogue(context, stream).RunAsync(cancellationToken).ConfigureAwait(false);
}
