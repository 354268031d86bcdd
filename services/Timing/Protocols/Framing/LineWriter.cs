using System.Text;

namespace RaceSystem.Timing.Protocols.Framing;

/// <summary>Writes frames of text. Not thread-safe.</summary>
/// <param name="stream">The connection.</param>
/// <param name="ending">Ends every frame.</param>
internal sealed class LineWriter(Stream stream, string ending)
{
    /// <summary>Writes a frame and its ending.</summary>
    public async Task WriteAsync(string frame, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(frame + ending), cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
