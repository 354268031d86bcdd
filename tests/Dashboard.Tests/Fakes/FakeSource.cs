using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using RaceSystem.Dashboard.Service.Live;

namespace RaceSystem.Dashboard.Tests.Fakes;

/// <summary>A source that tests feed by hand: each opened subscription is a channel.</summary>
internal sealed class FakeSource : ILiveSource<string, string>
{
    private readonly ConcurrentQueue<Channel<string>> _opened = new();
    private int _open;

    public string Service => "results";

    public int OpenedCount => _opened.Count;

    public int OpenCount => Volatile.Read(ref _open);

    public Channel<string> Newest => _opened.Last();

    public async IAsyncEnumerable<string> ReadAsync(string key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateUnbounded<string>();
        Interlocked.Increment(ref _open);
        _opened.Enqueue(channel);
        try
        {
            await foreach (var state in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return state;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    public LiveEvent Whole(string state) => new("whole", Encoding.UTF8.GetBytes(state));

    public LiveEvent? Change(string before, string after) => before == after ? null : new LiveEvent("change", Encoding.UTF8.GetBytes(after));
}
