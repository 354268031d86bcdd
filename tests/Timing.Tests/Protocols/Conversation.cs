using System.IO.Pipelines;
using System.Text;
using RaceSystem.Testing;
using RaceSystem.Timing.Protocols;

namespace RaceSystem.Timing.Tests.Protocols;

/// <summary>A session whose other side is the test itself: it says lines and looks at the answers, over memory instead of a socket.</summary>
public sealed class Conversation : IAsyncDisposable
{
    private readonly Pipe _toSession = new();
    private readonly Pipe _fromSession = new();
    private readonly CancellationTokenSource _ending = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly StringBuilder _heard = new();
    private readonly Task _listening;

    public Conversation(IDecoderSession session)
    {
        Session = session.RunAsync(new TwoWayStream(_toSession.Reader.AsStream(), _fromSession.Writer.AsStream()), _ending.Token);
        _listening = ListenAsync();
    }

    /// <summary>The session's run.</summary>
    public Task Session { get; }

    /// <summary>Everything that the session said, as Latin-1.</summary>
    public string Heard
    {
        get
        {
            lock (_heard)
            {
                return _heard.ToString();
            }
        }
    }

    /// <summary>Says something to the session.</summary>
    public Task SayAsync(string text) => SayAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Says something to the session.</summary>
    public async Task SayAsync(byte[] bytes) => await _toSession.Writer.WriteAsync(bytes);

    /// <summary>Waits until the session said something that holds the text.</summary>
    public Task HearAsync(string text) =>
        Eventually.TrueAsync(() => Heard.Contains(text, StringComparison.Ordinal), state: () => $"heard {Heard}, session {Session.Status} {Session.Exception?.InnerException}");

    /// <summary>Waits until the session said the text so many times.</summary>
    public Task HearAsync(string text, int times) =>
        Eventually.TrueAsync(() => Heard.Split(text).Length > times, state: () => $"heard {Heard}, session {Session.Status} {Session.Exception?.InnerException}");

    /// <summary>Hangs up; what the session does with it is for the caller to await on <see cref="Session"/>.</summary>
    public void HangUp() => _toSession.Writer.Complete();

    public async ValueTask DisposeAsync()
    {
        HangUp();
        await _ending.CancelAsync();
        await Session.WaitAsync(TimeSpan.FromSeconds(10)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _fromSession.Writer.CompleteAsync();
        await _listening;
        _ending.Dispose();
    }

    private async Task ListenAsync()
    {
        while (true)
        {
            var result = await _fromSession.Reader.ReadAsync();
            lock (_heard)
            {
                foreach (var segment in result.Buffer)
                {
                    _heard.Append(Encoding.Latin1.GetString(segment.Span));
                }
            }

            _fromSession.Reader.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
            {
                return;
            }
        }
    }
}
