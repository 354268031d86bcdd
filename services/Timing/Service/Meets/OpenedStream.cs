namespace RaceSystem.Timing.Service.Meets;

/// <summary>An upload stream that counts as open until it is disposed.</summary>
internal sealed class OpenedStream(Action<bool> close) : IDisposable
{
    private Action<bool>? _close = close;
    private bool _ended;

    /// <summary>The client closed its side: the stream is not missed afterwards.</summary>
    internal void MarkEnded() => _ended = true;

    public void Dispose() => Interlocked.Exchange(ref _close, null)?.Invoke(_ended);
}
