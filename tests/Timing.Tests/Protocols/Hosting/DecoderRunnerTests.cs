using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using RaceSystem.Testing;
using RaceSystem.Testing.Servers;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Hosting;

namespace RaceSystem.Timing.Tests.Protocols.Hosting;

public sealed class DecoderRunnerTests : IAsyncDisposable
{
    private static readonly HostingLimits Limits = HostingLimits.Default with
    {
        MaxConnections = 3,
        MaxConnectionsPerAddress = 2,
        MinRetryDelay = TimeSpan.FromMilliseconds(10),
    };

    private readonly CancellationTokenSource _stopping = new();
    private readonly DeadLetterLog _letters = new(TimeProvider.System);
    private readonly Store _store = new();
    private readonly List<Task> _running = [];

    [Fact]
    public async Task A_session_that_fails_in_any_way_is_counted_and_the_next_one_works()
    {
        var runner = await StartAsync();
        foreach (var word in (string[])["io", "timeout", "sink", "protocol", "bug"])
        {
            Assert.Equal("", await TellAsync(runner, word));
        }

        Assert.Equal("stored", await TellAsync(runner, "read here"));
        Assert.Equal((5L, 1L, 0), (runner.State.FailedSessions, runner.State.Reads, runner.State.Connections));
        Assert.Contains("InvalidTimeZoneException", runner.State.LastError, StringComparison.Ordinal);
        Assert.Equal("d-here", _store.Devices.Single());
    }

    [Fact]
    public async Task Connections_over_the_limit_of_an_address_are_closed_and_counted()
    {
        var runner = await StartAsync();
        using var one = new TcpClient();
        using var two = new TcpClient();
        await one.ConnectAsync(runner.State.LocalEndPoint!, TestContext.Current.CancellationToken);
        await two.ConnectAsync(runner.State.LocalEndPoint!, TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => runner.State.Connections == 2);
        Assert.Equal("", await TellAsync(runner, "read here"));
        Assert.Equal(1, runner.State.TurnedAway);
        one.Close();
        await Eventually.TrueAsync(async () => await TellAsync(runner, "read here") == "stored");
    }

    [Fact]
    public async Task Reads_of_a_location_that_nobody_declared_are_not_stored_and_those_of_an_ignored_one_knowingly()
    {
        var runner = await StartAsync();
        Assert.Equal("", await TellAsync(runner, "read elsewhere"));
        Assert.Equal("", await TellAsync(runner, "read elsewhere"));
        Assert.Equal("stored", await TellAsync(runner, "read nowhere"));
        Assert.Empty(_store.Devices);
        Assert.Equal((0L, 1L, 2L), (runner.State.Reads, runner.State.Ignored, runner.State.Rejected));
        var letter = Assert.Single(_letters.Snapshot());
        Assert.Equal((1, 2L), (letter.Repeats, _letters.Total));
        Assert.Contains("'elsewhere'", letter.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_tried_again_until_it_is_free()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var runner = Run(Protocol(DecoderTransport.Listen), "127.0.0.1", port);
        await Eventually.TrueAsync(() => runner.State.FailedSessions > 1);
        taken.Stop();
        await Eventually.TrueAsync(() => runner.State.LocalEndPoint is not null);
        Assert.Equal("stored", await TellAsync(runner, "read here"));
    }

    [Fact]
    public async Task A_decoder_that_is_dialled_may_come_later_and_go()
    {
        // A listener that was stopped forgets which port it had.
        var port = FreePort.Next();
        var runner = Run(Protocol(DecoderTransport.Dial), "127.0.0.1", port);
        await Eventually.TrueAsync(() => runner.State.FailedSessions > 1);
        using var decoder = new TcpListener(IPAddress.Loopback, port);
        decoder.Start();
        for (var i = 1; i <= 3; i++)
        {
            using var client = await decoder.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            Assert.Equal("stored", await SayAsync(client, "read here"));
            var reads = i;
            await Eventually.TrueAsync(() => runner.State.Reads == reads);
        }
    }

    [Theory]
    [InlineData("read here", 200)]
    [InlineData("protocol", 400)]
    [InlineData("timeout", 408)]
    [InlineData("sink", 503)]
    [InlineData("bug", 503)]
    public async Task A_post_is_answered_by_what_became_of_it(string body, int expected)
    {
        var runner = Run(Protocol(DecoderTransport.Webhook), "", 0);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(body), writable: false);
        Assert.Equal(expected, (await runner.HandleWebhookAsync(stream, IPAddress.Loopback, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public void Dead_letters_are_bounded()
    {
        for (var i = 0; i < 5_000; i++)
        {
            _letters.Add("d", $"{i} {new string('x', 1_000)}", new byte[4_000]);
        }

        var kept = _letters.Snapshot();
        Assert.InRange(kept.Count, 1, DeadLetterLog.MaxLetters);
        Assert.True(kept.Sum(letter => letter.Bytes.Length + (2 * letter.Reason.Length)) <= DeadLetterLog.MaxBytes);
        Assert.StartsWith("4999 ", kept[0].Reason, StringComparison.Ordinal);
        Assert.Equal(5_000, _letters.Total);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running);
        _stopping.Dispose();
    }

    private async Task<DecoderRunner> StartAsync()
    {
        var runner = Run(Protocol(DecoderTransport.Listen), "127.0.0.1", 0);
        await Eventually.TrueAsync(() => runner.State.LocalEndPoint is not null);
        return runner;
    }

    private DecoderRunner Run(DecoderProtocol protocol, string address, int port)
    {
        var devices = new Dictionary<string, string> { ["here"] = "d-here", ["nowhere"] = DecoderSettings.Ignored };
        var settings = new DecoderSettings("dec", protocol.Name, address, port, devices, TimeZoneInfo.Utc, null, new Dictionary<string, string>());
        var runner = new DecoderRunner(settings, protocol, _store, new MemoryStub(), _letters, new Observer(), TimeProvider.System, Limits);
        _running.Add(runner.RunAsync(_stopping.Token));
        return runner;
    }

    private static async Task<string> TellAsync(DecoderRunner runner, string word)
    {
        var before = runner.State.Connections;
        using var client = new TcpClient();
        await client.ConnectAsync(runner.State.LocalEndPoint!, TestContext.Current.CancellationToken);
        var answer = await SayAsync(client, word);
        client.Close();
        await Eventually.TrueAsync(() => runner.State.Connections <= before);
        return answer;
    }

    /// <summary>What the other side answers before it ends; empty when it only ends.</summary>
    private static async Task<string> SayAsync(TcpClient client, string word)
    {
        try
        {
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.UTF8.GetBytes(word), TestContext.Current.CancellationToken);
            client.Client.Shutdown(SocketShutdown.Send);
            using var reader = new StreamReader(stream);
            return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // Closed without an answer.
            return "";
        }
    }

    private static DecoderProtocol Protocol(DecoderTransport transport) =>
        new("words", "Words", transport, 0, 6, context => new WordSession(context), _ => throw new NotSupportedException(), null);

    /// <summary>Does what it is told in a word.</summary>
    private sealed class WordSession(DecoderSessionContext context) : IDecoderSession
    {
        public async Task RunAsync(Stream stream, CancellationToken cancellationToken)
        {
            using var reader = new StreamReader(stream, leaveOpen: true);
            var words = (await reader.ReadToEndAsync(cancellationToken)).Split(' ');
            switch (words[0])
            {
                case "io":
                    throw new IOException("broken");
                case "timeout":
                    throw new TimeoutException("late");
                case "sink":
                    throw new DecoderSinkException("full");
                case "protocol":
                    throw new DecoderProtocolException("strange");
                case "bug":
                    throw new InvalidTimeZoneException("a mistake of ours");
                case "read":
                    await context.Sink.StoreAsync(new DecodedBatch(words[1], [new DecodedRead("A", 1)], []), cancellationToken);
                    if (stream.CanWrite)
                    {
                        await stream.WriteAsync("stored"u8.ToArray(), cancellationToken);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private sealed class Store : IDecoderStore
    {
        internal ConcurrentQueue<string> Devices { get; } = new();

        public Task StoreAsync(string deviceId, DecodedBatch batch, CancellationToken cancellationToken)
        {
            Devices.Enqueue(deviceId);
            return Task.CompletedTask;
        }
    }

    private sealed class Observer : IDecoderObserver;
}
