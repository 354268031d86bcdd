using Grpc.Core;
using RaceSystem.Timing.Tests.Service.Decoders;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.ListDecoders;

public sealed class ListDecodersTests(Databases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decoders_are_listed_by_id_in_pages_without_their_passwords()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        var secret = DecoderCalls.Mylaps("b");
        secret.Settings["user"] = "timing";
        secret.Settings["password"] = "hush";
        await host.ApplyAsync(DecoderCalls.Mylaps("c"), secret, DecoderCalls.Mylaps("a"));

        var first = await ListAsync(host, 2, "");
        Assert.Equal(["a", "b"], first.Decoders.Select(state => state.Decoder.DecoderId));
        Assert.Equal(["user"], first.Decoders[1].Decoder.Settings.Keys);
        var rest = await ListAsync(host, 2, first.NextPageToken);
        Assert.Equal(["c"], rest.Decoders.Select(state => state.Decoder.DecoderId));
        Assert.Empty(rest.NextPageToken);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_and_tried_again()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var decoder = DecoderCalls.Mylaps();
        decoder.Port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        await host.ApplyAsync(decoder);
        var state = await host.DecoderAsync(state => state.LastError.Length > 0);
        Assert.Equal("", state.Endpoint);
        taken.Stop();
        Assert.Equal(decoder.Port, (await host.EndPointAsync()).Port);
    }

    [Fact]
    public async Task An_unknown_meet_is_refused()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await Refused.WithAsync(StatusCode.NotFound, "MEET_UNKNOWN", async () => await host.Client.ListDecodersAsync(new ListDecodersRequest { MeetId = "nowhere" }, cancellationToken: Cancel));
    }

    private static async Task<ListDecodersResponse> ListAsync(TimingHost host, int size, string token) =>
        await host.Client.ListDecodersAsync(new ListDecodersRequest { MeetId = TimingHost.Meet, PageSize = size, PageToken = token }, cancellationToken: Cancel);
}
