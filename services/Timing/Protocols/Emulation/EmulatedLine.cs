using System.Net.Sockets;

namespace RaceSystem.Timing.Protocols.Emulation;

/// <summary>
/// One connection of an emulated decoder, with the faults of its line. Reading goes past the faults through
/// <see cref="Stream"/>; frames are sent with <see cref="SendAsync"/>. When the line breaks, what was written still
/// arrives: lines lose connections, TCP does not lose bytes that were acknowledged on it.
/// </summary>
public sealed class EmulatedLine : IDisposable
{
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(5);
    private readonly Socket _socket;
    private readonly FaultInjector _faults;
    private readonly Func<FaultInjector, ReadOnlyMemory<byte>>? _garbage;
    private readonly TimeProvider _clock;

    internal EmulatedLine(Socket socket, FaultInjector faults, Func<FaultInjector, ReadOnlyMemory<byte>>? garbage, TimeProvider clock)
    {
        (_socket, _faults, _garbage, _clock) = (socket, faults, garbage, clock);
        _socket.NoDelay = true;
        Stream = new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>The connection itself.</summary>
    public Stream Stream { get; }

    /// <summary>Sends a frame with all faults: late, after garbage, twice, and the line may break behind it.</summary>
    /// <param name="frame">With its delimiter.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="mayRepeat">Whether the frame may come twice.</param>
    /// <exception cref="LineBrokenException">The line broke behind the frame; let it pass, the emulator connects again.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken, bool mayRepeat = true)
    {
        await _faults.BeLateAsync(cancellationToken).ConfigureAwait(false);
        if (_garbage is not null && _faults.IsPrecededByGarbage())
        {
            await Stream.WriteAsync(_garbage(_faults), cancellationToken).ConfigureAwait(false);
        }

        await Stream.WriteAsync(frame, cancellationToken).ConfigureAwait(false);
        if (mayRepeat && _faults.ComesTwice())
        {
            await Stream.WriteAsync(frame, cancellationToken).ConfigureAwait(false);
        }

        if (_faults.BreaksNow())
        {
            throw new LineBrokenException();
        }
    }

    /// <summary>Sends a frame without any fault: answers to questions that must not get lost.</summary>
    public ValueTask SendPlainAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken) => Stream.WriteAsync(frame, cancellationToken);

    /// <summary>Ends our direction and reads what still comes until the other side ends too, so that all bytes written arrive.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(LongestFarewell, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var rest = new byte[4096];
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
            while (await Stream.ReadAsync(rest, either.Token).ConfigureAwait(false) > 0)
            {
                // Answers that the broken line swallows.
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // The other side broke the connection first: nothing is left to wait for.
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The other side does not end: it has had its time.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Stream.Dispose();
}
