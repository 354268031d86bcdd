namespace RaceSystem.Racectl.Classifications;

/// <summary>Writes what a service streams; the file is there whole or not at all.</summary>
internal static class ReceivedFile
{
    public static async Task<long> WriteAsync(string path, IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken cancellationToken)
    {
        var temporary = path + ".part";
        try
        {
            long length = 0;
            var file = File.Create(temporary);
            await using (file.ConfigureAwait(false))
            {
                await foreach (var piece in pieces.WithCancellation(cancellationToken).ConfigureAwait(false))
                {
                    await file.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
                    length += piece.Length;
                }
            }

            File.Move(temporary, path, overwrite: true);
            return length;
        }
        catch (UnauthorizedAccessException error)
        {
            throw new InputException($"{path} cannot be written: {error.Message}");
        }
    }
}
