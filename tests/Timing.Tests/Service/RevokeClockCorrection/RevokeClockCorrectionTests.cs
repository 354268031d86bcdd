using Grpc.Core;
using RaceSystem.Timing.Tests.Service.Clocks;
using RaceSystem.Timing.Tests.Service.RecordClockCorrection;

namespace RaceSystem.Timing.Tests.Service.RevokeClockCorrection;

public sealed class RevokeClockCorrectionTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_old_times_come_back_and_the_record_stays(string kind)
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync(kind));
        await host.ApplyPointsAsync();
        await RecordClockCorrectionTests.UploadAsync(host, 1, ("A", 10_000), ("B", 20_000));
        var before = await host.PassingsInLogAsync();
        await host.CorrectAsync(TimeSpan.FromSeconds(90), 300, Upload.Midnight, id: "c1");
        Assert.NotEqual(before, await host.PassingsInLogAsync());

        var revoked = await host.RevokeAsync("c1", "r1");
        Assert.Equal(2, revoked.ChangedChipCount);
        Assert.Equal(revoked, await host.RevokeAsync("c1", "r1"));
        Assert.Equal(before, await host.PassingsInLogAsync());
        var listed = Assert.Single(await host.CorrectionsAsync());
        Assert.Equal((ClockCalls.Operator, "wrong mat", true), (listed.RevokedBy, listed.RevokeNote, listed.RevokeTime is not null));
    }

    [Fact]
    public async Task An_unknown_and_a_revoked_one_are_refused()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        await host.CorrectAsync(TimeSpan.FromSeconds(1), id: "c1");
        await host.RevokeAsync("c1");
        await Refused.WithAsync(StatusCode.FailedPrecondition, "CORRECTION_REVOKED", () => host.RevokeAsync("c1"));
        await Refused.WithAsync(StatusCode.NotFound, "CORRECTION_UNKNOWN", () => host.RevokeAsync("c2"));
        await Refused.WithAsync(StatusCode.InvalidArgument, "NAME_MISSING", () => host.RevokeAsync("c1", who: ""));
    }
}
