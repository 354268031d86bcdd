using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using RaceSystem.Testing;
using RaceSystem.Timing.Protocols.Emulation;
using RaceSystem.Timing.Tests.Service.Decoders;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.ApplyDecoders;

public sealed class ApplyDecodersTests(Databases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_decoder_with_faults_gives_the_passings_of_an_upload(string database)
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync(database));
        await host.ApplyPointsAsync();
        var state = Assert.Single((await host.ApplyAsync(DecoderCalls.Mylaps())).Decoders);
        Assert.True(state.Running);
        var reads = DecoderCalls.Race(chips: 1_000);
        var faults = new EmulatorFaults(TimeSpan.Zero, 0.3, TimeSpan.Zero, 0.5, 0.3);

        await using var emulator = DecoderCalls.Emulator("mylaps", reads, await host.EndPointAsync(), faults, Seed.Next());
        await emulator.RunAsync(Cancel);

        var passings = await host.PassingsInLogAsync();
        Assert.Equal(reads.Count, passings.Count);
        foreach (var read in reads)
        {
            var record = TimingRecord.Parser.ParseFrom(passings[$"passings/{read.Location}/{read.Chip}"]).Passings;
            Assert.Equal(read.TimeMicros, Assert.Single(record.Passings).TimeUs);
        }

        state = await host.DecoderAsync(decoder => decoder.ConnectionCount == 0);
        Assert.True(state.ReadCount >= reads.Count && state.SessionCount > 1 && state.RejectedCount > 0, state.ToString());
    }

    [Fact]
    public async Task Applying_the_same_again_lets_it_go_on_and_a_change_starts_it_anew()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        await host.ApplyAsync(DecoderCalls.Mylaps());
        var first = await host.EndPointAsync();
        using var connection = new TcpClient();
        await connection.ConnectAsync(first, Cancel);
        await host.DecoderAsync(state => state.ConnectionCount == 1);

        await host.ApplyAsync(DecoderCalls.Mylaps());
        Assert.Equal((first, 1), (await host.EndPointAsync(), (await host.DecoderAsync(_ => true)).ConnectionCount));

        var changed = DecoderCalls.Mylaps();
        changed.Settings["name"] = "Start";
        await host.ApplyAsync(changed);
        Assert.Equal(0, await connection.GetStream().ReadAsync(new byte[1_000], Cancel) > 0 ? await connection.GetStream().ReadAsync(new byte[1_000], Cancel) : 0);
        Assert.Equal(0, (await host.DecoderAsync(state => state.Endpoint.Length > 0)).SessionCount);
    }

    [Fact]
    public async Task A_disabled_or_removed_decoder_finds_nobody_and_a_restart_of_the_service_starts_it_again()
    {
        var database = await databases.CreateAsync("sqlite");
        await using (var host = await TimingHost.StartAsync(database))
        {
            await host.ApplyPointsAsync();
            await host.ApplyAsync(DecoderCalls.Mylaps());
            var endPoint = await host.EndPointAsync();
            var disabled = DecoderCalls.Mylaps();
            disabled.Disabled = true;
            Assert.False(Assert.Single((await host.ApplyAsync(disabled)).Decoders).Running);
            await AssertNobodyAsync(endPoint);
            await host.ApplyAsync(DecoderCalls.Mylaps());
            await host.StopAsync();
        }

        await using var again = await TimingHost.StartAsync(database);
        var second = await again.EndPointAsync();
        var reads = DecoderCalls.Race(chips: 3);
        await using var emulator = DecoderCalls.Emulator("mylaps", reads, second);
        await emulator.RunAsync(Cancel);
        Assert.Equal(reads.Count, (await again.PassingsInLogAsync()).Count);

        await again.Client.ApplyDecodersAsync(new ApplyDecodersRequest { MeetId = TimingHost.Meet, RemovedDecoderIds = { "d1", "never-was" } }, cancellationToken: Cancel);
        Assert.Empty(await again.DecodersAsync());
        await AssertNobodyAsync(second);
    }

    [Fact]
    public async Task A_request_that_is_sent_again_does_not_undo_a_later_one()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        var first = new ApplyDecodersRequest { MeetId = TimingHost.Meet, Decoders = { DecoderCalls.Mylaps() }, RequestId = "r1" };
        await host.Client.ApplyDecodersAsync(first, cancellationToken: Cancel);
        await host.Client.ApplyDecodersAsync(new ApplyDecodersRequest { MeetId = TimingHost.Meet, RemovedDecoderIds = { "d1" }, RequestId = "r2" }, cancellationToken: Cancel);

        await host.Client.ApplyDecodersAsync(first, cancellationToken: Cancel);
        Assert.Empty(await host.DecodersAsync());
    }

    [Fact]
    public async Task An_instance_that_is_told_not_to_runs_none()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"), settings: ("Timing:Decoders:Run", "false"));
        await host.ApplyPointsAsync();
        Assert.False(Assert.Single((await host.ApplyAsync(DecoderCalls.Mylaps())).Decoders).Running);
        Assert.False(Assert.Single(await host.DecodersAsync()).Running);
    }

    [Theory]
    [InlineData("PROTOCOL_UNKNOWN", StatusCode.InvalidArgument)]
    [InlineData("DEVICE_UNKNOWN", StatusCode.NotFound)]
    [InlineData("ID_INVALID", StatusCode.InvalidArgument)]
    [InlineData("TEXT_TOO_LONG", StatusCode.InvalidArgument)]
    [InlineData("PORT_INVALID", StatusCode.InvalidArgument)]
    [InlineData("ADDRESS_INVALID", StatusCode.InvalidArgument)]
    [InlineData("LOCATIONS_INVALID", StatusCode.InvalidArgument)]
    [InlineData("ID_DUPLICATE", StatusCode.InvalidArgument)]
    [InlineData("TIME_ZONE_INVALID", StatusCode.InvalidArgument)]
    [InlineData("DATE_INVALID", StatusCode.InvalidArgument)]
    [InlineData("TOO_MANY_SETTINGS", StatusCode.InvalidArgument)]
    public async Task Settings_that_cannot_work_are_refused_and_nothing_is_kept(string reason, StatusCode code)
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        var decoder = DecoderCalls.Mylaps();
        Action spoil = reason switch
        {
            "PROTOCOL_UNKNOWN" => () => decoder.Protocol = "morse",
            "DEVICE_UNKNOWN" => () => decoder.Locations[1].DeviceId = "d-nowhere",
            "ID_INVALID" => () => decoder.DecoderId = "Start!",
            "TEXT_TOO_LONG" => () => decoder.DecoderId = new string('a', 51),
            "PORT_INVALID" => () => decoder.Port = 65_536,
            "ADDRESS_INVALID" => () => decoder.Address = "the finish",
            "LOCATIONS_INVALID" => () => decoder.Locations.Clear(),
            "ID_DUPLICATE" => () => decoder.Locations[1].Location = "START",
            "TIME_ZONE_INVALID" => () => decoder.TimeZone = "Mars/Base",
            "DATE_INVALID" => () => decoder.Date = "05.04.2026",
            _ => () => Enumerable.Range(0, 51).ToList().ForEach(i => decoder.Settings[$"s{i}"] = ""),
        };
        spoil();

        await Refused.WithAsync(code, reason, () => host.ApplyAsync(DecoderCalls.Mylaps("good"), decoder));
        Assert.Empty(await host.DecodersAsync());
    }

    private static async Task AssertNobodyAsync(IPEndPoint endPoint)
    {
        using var client = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync(endPoint, Cancel).AsTask());
    }
}
