using Grpc.Core;
using RaceSystem.Timing.Tests.Service.RecordManualPassing;

namespace RaceSystem.Timing.Tests.Service.RevokeManualPassing;

public sealed class RevokeManualPassingTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_revoked_one_leaves_the_log_and_stays_listed_with_who_and_why(string kind)
    {
        await using var host = await Manual.StartAsync(await databases.CreateAsync(kind));
        var wrong = await Manual.RecordAsync(host, Manual.At(60_000));
        var right = await Manual.RecordAsync(host, Manual.At(65_000));
        var revoked = await Manual.RevokeAsync(host, wrong.ManualPassingId);
        Assert.Equal(("race control", "another runner"), (revoked.RevokedBy, revoked.RevokeNote));
        Assert.NotNull(revoked.RevokeTime);
        Assert.Equal([right], (await Manual.InLogAsync(host))!.Passings);
        Assert.Equal([revoked, right], (await Manual.ListAsync(host)).ManualPassings);

        await Manual.RevokeAsync(host, right.ManualPassingId);
        Assert.Empty((await Manual.InLogAsync(host))!.Passings);
    }

    [Fact]
    public async Task It_is_taken_back_once_by_somebody_for_a_reason()
    {
        await using var host = await Manual.StartAsync(await databases.CreateAsync("sqlite"));
        await Manual.RecordAsync(host, Manual.At(60_000, id: "m1"));
        await Refused.WithAsync(StatusCode.InvalidArgument, "TEXT_MISSING", () => Manual.RevokeAsync(host, "m1", by: ""));
        await Refused.WithAsync(StatusCode.InvalidArgument, "TEXT_MISSING", () => Manual.RevokeAsync(host, "m1", note: ""));
        await Refused.WithAsync(StatusCode.NotFound, "MANUAL_PASSING_UNKNOWN", () => Manual.RevokeAsync(host, "m2"));
        var answer = await Manual.RevokeAsync(host, "m1", requestId: "r1");
        Assert.Equal(answer, await Manual.RevokeAsync(host, "m1", requestId: "r1"));
        await Refused.WithAsync(StatusCode.FailedPrecondition, "MANUAL_PASSING_REVOKED", () => Manual.RevokeAsync(host, "m1"));
    }
}
