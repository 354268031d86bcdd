using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.ListGunStarts;

public sealed class ListGunStartsTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_gun_a_wave_is_listed_by_race_and_wave_in_pages(string kind)
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync(kind));
        host.Registration.PutRace(TimingHost.Meet, "a-race", "w1");
        foreach (var (race, wave) in new[] { ("race", "w2"), ("a-race", "w1"), ("race", "w1"), ("race", "w2") })
        {
            await RecordAsync(host, race, wave);
        }

        var listed = new List<string>();
        var token = "";
        do
        {
            var page = await ListAsync(host, 2, token);
            listed.AddRange(page.GunStarts.Select(gun => $"{gun.RaceId}/{gun.WaveId}"));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        Assert.Equal(["a-race/w1", "race/w1", "race/w2"], listed);
    }

    [Fact]
    public async Task A_meet_without_guns_has_an_empty_list_and_bad_pages_are_refused()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        Assert.Empty((await ListAsync(host)).GunStarts);
        await Refused.WithAsync(StatusCode.InvalidArgument, "PAGE_SIZE_INVALID", () => ListAsync(host, -1));
        await Refused.WithAsync(StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", () => ListAsync(host, token: "nonsense"));
    }

    private static Task<ListGunStartsResponse> ListAsync(TimingHost host, int size = 0, string token = "") => host.Client.ListGunStartsAsync(
        new ListGunStartsRequest { MeetId = TimingHost.Meet, PageSize = size, PageToken = token },
        cancellationToken: TestContext.Current.CancellationToken).ResponseAsync;

    private static Task<RecordGunStartResponse> RecordAsync(TimingHost host, string race, string wave) => host.Client.RecordGunStartAsync(
        new RecordGunStartRequest
        {
            MeetId = TimingHost.Meet,
            GunStart = new GunStart { RaceId = race, WaveId = wave, StartTime = new DateTime(2025, 4, 6, 0, 0, 0, DateTimeKind.Utc).ToTimestamp() },
        },
        cancellationToken: TestContext.Current.CancellationToken).ResponseAsync;
}
