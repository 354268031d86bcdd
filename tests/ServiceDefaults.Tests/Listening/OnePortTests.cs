using System.Net;
using System.Text;
using Grpc.Health.V1;
using Grpc.Net.Client;
using GrpcHealth = Grpc.Health.V1.Health;

namespace RaceSystem.ServiceDefaults.Tests.Listening;

/// <summary>One cleartext port speaks HTTP/1.1 and HTTP/2, and survives peers that speak neither.</summary>
public sealed class OnePortTests
{
    private static readonly Dictionary<string, string?> ShortTimeouts = new()
    {
        ["Listening:FirstBytesTimeout"] = "00:00:00.300",
        ["Listening:HeadersTimeout"] = "00:00:02",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_port_answers_http_1_and_grpc()
    {
        await using var host = await RunningHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        using var channel = GrpcChannel.ForAddress(host.Address);

        var page = await http.GetAsync("/health", Cancel);
        var call = await new GrpcHealth.HealthClient(channel).CheckAsync(new HealthCheckRequest(), cancellationToken: Cancel);

        Assert.Equal(HttpVersion.Version11, page.Version);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, call.Status);
    }

    [Theory]
    [InlineData("1.1", "http HTTP/1.1 False")]
    [InlineData("2.0", "http HTTP/2 False")]
    public async Task A_cleartext_request_has_scheme_http_in_both_versions(string version, string expected)
    {
        await using var host = await RunningHost.StartAsync();
        using var http = new HttpClient
        {
            BaseAddress = host.Address,
            DefaultRequestVersion = Version.Parse(version),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        Assert.Equal(expected, await http.GetStringAsync("/seen", Cancel));
    }

    [Fact]
    public async Task A_preface_that_arrives_byte_by_byte_is_still_http_2()
    {
        await using var host = await RunningHost.StartAsync();
        await using var stream = await host.ConnectAsync();

        foreach (var value in "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray())
        {
            await stream.WriteAsync(new[] { value }, Cancel);
            await Task.Yield();
        }

        await stream.WriteAsync(new byte[] { 0, 0, 0, 4, 0, 0, 0, 0, 0 }, Cancel);
        var frame = new byte[9];
        await stream.ReadExactlyAsync(frame, Cancel);

        Assert.Equal(4, frame[3]); // type of the server's first frame: SETTINGS (RFC 9113, section 6.5)
    }

    [Fact]
    public async Task A_request_that_begins_like_the_preface_is_http_1()
    {
        await using var host = await RunningHost.StartAsync();
        await using var stream = await host.ConnectAsync();

        await stream.WriteAsync("P"u8.ToArray(), Cancel);
        await stream.WriteAsync("UT /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), Cancel);

        Assert.StartsWith("HTTP/1.1 404", await ReadAllAsync(stream), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\0\u0001\u0002 complete nonsense\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("PRI * HTTP/3.0\r\n\r\n", "HTTP/1.1 505")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n", "\0\0\u0008\u0007")] // GOAWAY (RFC 9113, section 6.8)
    public async Task Garbage_is_refused_and_the_host_goes_on(string garbage, string answer)
    {
        await using var host = await RunningHost.StartAsync();
        await using (var stream = await host.ConnectAsync())
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(garbage), Cancel);
            Assert.StartsWith(answer, await ReadAllAsync(stream), StringComparison.Ordinal);
        }

        using var http = new HttpClient { BaseAddress = host.Address };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/alive", Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PRI * HT")]
    public async Task A_peer_that_connects_and_stays_silent_is_closed(string sent)
    {
        await using var host = await RunningHost.StartAsync(ShortTimeouts);
        await using var stream = await host.ConnectAsync();

        await stream.WriteAsync(Encoding.ASCII.GetBytes(sent), Cancel);

        Assert.Equal("", await ReadAllAsync(stream));
    }

    [Fact]
    public async Task A_peer_that_never_ends_its_headers_is_closed()
    {
        await using var host = await RunningHost.StartAsync(ShortTimeouts);
        await using var stream = await host.ConnectAsync();

        await stream.WriteAsync("GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: "u8.ToArray(), Cancel);

        Assert.StartsWith("HTTP/1.1 408", await ReadAllAsync(stream), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_past_the_bound_is_closed_and_the_others_live()
    {
        await using var host = await RunningHost.StartAsync(new Dictionary<string, string?> { ["Listening:MaxConnections"] = "1" });
        using var http = new HttpClient { BaseAddress = host.Address };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/alive", Cancel)).StatusCode);

        await using var second = await host.ConnectAsync();

        Assert.Equal("", await ReadAllAsync(second));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/alive", Cancel)).StatusCode);
    }

    /// <summary>Everything until the host closes; a reset counts as a close.</summary>
    private static async Task<string> ReadAllAsync(Stream stream)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        deadline.CancelAfter(TimeSpan.FromSeconds(20));
        var received = new MemoryStream();
        try
        {
            await stream.CopyToAsync(received, deadline.Token);
        }
        catch (IOException reset)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(reset.Message);
        }

        return Encoding.Latin1.GetString(received.ToArray());
    }
}
