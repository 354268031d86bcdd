using System.Net.Sockets;
using System.Text;
using RaceSystem.Testing;
using RaceSystem.Timing.Tests.Service.Decoders;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.ListDeadLetters;

public sealed class ListDeadLettersTests(Databases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_decoder_sends_and_nobody_understands_is_kept_with_its_bytes_the_newest_first()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        await host.ApplyAsync(DecoderCalls.Mylaps());
        using var connection = new TcpClient();
        await connection.ConnectAsync(await host.EndPointAsync(), Cancel);
        foreach (var frame in (string[])["one@Nonsense@$", "two@Nonsense@$", "three@Nonsense@$"])
        {
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(frame), Cancel);
        }

        await Eventually.TrueAsync(async () => (await host.DeadLettersAsync()).Count == 3, TimeSpan.FromSeconds(20));
        var letters = await host.DeadLettersAsync("d1");
        Assert.Equal(["three", "two", "one"], letters.Select(letter => letter.Frame.ToStringUtf8().Split('@')[0]));
        Assert.All(letters, letter => Assert.True(letter is { DecoderId: "d1", Reason.Length: > 0, ReceiveTime: not null }));
        Assert.Empty(await host.DeadLettersAsync("d2"));
        Assert.Equal(3, (await host.DecoderAsync(_ => true)).RejectedCount);

        var page = await ListAsync(host, 2, "");
        Assert.Equal(["three", "two"], page.DeadLetters.Select(letter => letter.Frame.ToStringUtf8().Split('@')[0]));
        Assert.Equal("one", Assert.Single((await ListAsync(host, 2, page.NextPageToken)).DeadLetters).Frame.ToStringUtf8().Split('@')[0]);
    }

    private static async Task<ListDeadLettersResponse> ListAsync(TimingHost host, int size, string token) =>
        await host.Client.ListDeadLettersAsync(new ListDeadLettersRequest { MeetId = TimingHost.Meet, PageSize = size, PageToken = token }, cancellationToken: Cancel);
}
