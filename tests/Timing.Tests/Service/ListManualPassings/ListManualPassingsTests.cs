using Grpc.Core;
using RaceSystem.Timing.Tests.Service.RecordManualPassing;

namespace RaceSystem.Timing.Tests.Service.ListManualPassings;

public sealed class ListManualPassingsTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task They_are_listed_by_time_in_pages_and_by_point_and_bib(string kind)
    {
        await using var host = await Manual.StartAsync(await databases.CreateAsync(kind));
        foreach (var (id, millis, bib, point) in new[] { ("b", 60_000, "7", "finish"), ("a_", 60_000, "7", "finish"), ("c", 10_000, "8", "start"), ("a-", 60_000, "8", "finish"), ("d", 90_000, "7", "start") })
        {
            await Manual.RecordAsync(host, Manual.At(millis, bib, point, id));
        }

        await Manual.RevokeAsync(host, "b");
        var listed = new List<string>();
        var token = "";
        do
        {
            var page = await Manual.ListAsync(host, size: 2, token: token);
            listed.AddRange(page.ManualPassings.Select(passing => passing.ManualPassingId));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        Assert.Equal(["c", "a-", "a_", "b", "d"], listed);
        Assert.Equal(["a_", "b", "d"], (await Manual.ListAsync(host, bib: "7")).ManualPassings.Select(passing => passing.ManualPassingId));
        Assert.Equal(["d"], (await Manual.ListAsync(host, "start", "7")).ManualPassings.Select(passing => passing.ManualPassingId));
    }

    [Fact]
    public async Task Bad_filters_and_pages_are_refused()
    {
        await using var host = await Manual.StartAsync(await databases.CreateAsync("sqlite"));
        await Refused.WithAsync(StatusCode.InvalidArgument, "ID_INVALID", () => Manual.ListAsync(host, "No Point"));
        await Refused.WithAsync(StatusCode.InvalidArgument, "BIB_INVALID", () => Manual.ListAsync(host, bib: "?"));
        await Refused.WithAsync(StatusCode.InvalidArgument, "PAGE_SIZE_INVALID", () => Manual.ListAsync(host, size: 1_001));
        await Refused.WithAsync(StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", () => Manual.ListAsync(host, token: "x"));
    }
}
