using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RaceSystem.Testing;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Timing.Tests.Protocols;

/// <summary>
/// Lets an emulated decoder deliver its reads over real sockets of the loopback to sessions of its protocol: accepts,
/// dials, streams or takes posts as the protocol's transport says, and does so again when a connection ends.
/// </summary>
/// <param name="protocol">Its session and emulator.</param>
/// <param name="setup">What the sessions work with.</param>
public sealed class SessionOverSockets(DecoderProtocol protocol, SessionSetup setup)
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);
    private int _sessions;

    /// <summary>Connections (or requests) so far.</summary>
    public int Sessions => Volatile.Read(ref _sessions);

    /// <summary>Path of the stream or webhook.</summary>
    public string Path { get; init; } = "/";

    /// <summary>Keeps the emulator's pace; null: every read is made from the beginning.</summary>
    public Func<int>? CountMade { get; init; }

    /// <summary>Runs an emulator to its end; fails when it does not come to it within two minutes.</summary>
    public async Task DeliverAsync(IReadOnlyList<EmulatedRead> reads, EmulatorFaults faults, int seed)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        ending.CancelAfter(Deadline);
        EmulatorSettings Settings(IPEndPoint endPoint) => new(reads, endPoint, setup.Zone, faults, seed, setup.Clock, Path, CountMade);
        await (protocol.Transport switch
        {
            DecoderTransport.Listen => ListenAsync(Settings, ending),
            DecoderTransport.Webhook => TakePostsAsync(Settings, ending),
            _ => DialAsync(Settings, ending),
        });
    }

    private async Task ListenAsync(Func<IPEndPoint, EmulatorSettings> settings, CancellationTokenSource ending)
    {
        using var listener = new TcpListener(AnyPort);
        listener.Start();
        var sessions = AcceptAsync(listener, ending.Token);
        await using var emulator = protocol.CreateEmulator(settings((IPEndPoint)listener.LocalEndpoint));
        emulator.Start();
        await RunToEndAsync(emulator, sessions, ending);
    }

    private async Task DialAsync(Func<IPEndPoint, EmulatorSettings> settings, CancellationTokenSource ending)
    {
        await using var emulator = protocol.CreateEmulator(settings(AnyPort));
        emulator.Start();
        var sessions = DialAsync(emulator.EndPoint, ending.Token);
        await RunToEndAsync(emulator, sessions, ending);
    }

    private async Task TakePostsAsync(Func<IPEndPoint, EmulatorSettings> settings, CancellationTokenSource ending)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var application = builder.Build();
        application.MapPost("/{**path}", async (HttpContext http) => http.Response.StatusCode = await TakePostAsync(http.Request.Body, ending.Token));
        await application.StartAsync(ending.Token);
        var address = new Uri(application.Urls.Single());
        await using var emulator = protocol.CreateEmulator(settings(new IPEndPoint(IPAddress.Loopback, address.Port)));
        emulator.Start();
        await RunToEndAsync(emulator, new TaskCompletionSource().Task.WaitAsync(ending.Token), ending);
        await application.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task RunToEndAsync(IDecoderEmulator emulator, Task sessions, CancellationTokenSource ending)
    {
        var run = emulator.RunAsync(ending.Token);
        if (await Task.WhenAny(run, sessions) == sessions)
        {
            await sessions;
            Assert.Fail("The sessions ended before the emulator.");
        }

        await run;
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sessions);
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var client = await listener.AcceptTcpClientAsync(cancellationToken);
            await RunSessionAsync(client.GetStream(), cancellationToken);
        }
    }

    private async Task DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var redial = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            try
            {
                if (protocol.Transport == DecoderTransport.HttpStream)
                {
                    await using var body = await http.GetStreamAsync(new Uri($"http://{endPoint}{Path}"), cancellationToken);
                    await RunSessionAsync(body, cancellationToken);
                }
                else
                {
                    using var client = new TcpClient();
                    await client.ConnectAsync(endPoint, cancellationToken);
                    await RunSessionAsync(client.GetStream(), cancellationToken);
                }
            }
            catch (Exception exception) when (exception is SocketException or HttpRequestException)
            {
                // Nobody listens at the moment: dial again, until the run's deadline.
                await redial.WaitForNextTickAsync(cancellationToken);
            }
        }
    }

    private async Task RunSessionAsync(Stream stream, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _sessions);
        try
        {
            await protocol.CreateSession(setup.Context()).RunAsync(stream, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or TimeoutException or DecoderSinkException or DecoderProtocolException)
        {
            TestContext.Current.SendDiagnosticMessage("session {0} ended: {1}", Sessions, exception.Message);
        }
    }

    private async Task<int> TakePostAsync(Stream body, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _sessions);
        try
        {
            await protocol.CreateSession(setup.Context()).RunAsync(body, cancellationToken);
            return StatusCodes.Status200OK;
        }
        catch (DecoderProtocolException)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (Exception exception) when (exception is IOException or TimeoutException or DecoderSinkException)
        {
            return StatusCodes.Status503ServiceUnavailable;
        }
    }
}
