using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.RecordManualPassing;

public sealed class RecordManualPassingTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task All_that_counts_of_a_bib_at_a_point_is_one_record_of_the_log_by_time(string kind)
    {
        await using var host = await Manual.StartAsync(await databases.CreateAsync(kind));
        var later = await Manual.RecordAsync(host, Manual.At(61_000, priority: ManualPriority.Override));
        var earlier = await Manual.RecordAsync(host, Manual.At(60_200));
        await Manual.RecordAsync(host, Manual.At(62_000, bib: "8"));
        Assert.Equal((ManualPriority.Fallback, Duration.FromTimeSpan(TimeSpan.FromSeconds(30))), (earlier.Priority, earlier.Window));
        Assert.NotNull(later.RecordTime);
        Assert.Equal(new ManualPassings { TimingPointId = "finish", Bib = "7", Passings = { earlier, later } }, await Manual.InLogAsync(host));
        Assert.Single((await Manual.InLogAsync(host, "8"))!.Passings);
    }

    [Fact]
    public async Task A_repeated_request_and_a_repeated_id_record_once()
    {
        await using var host = await Manual.StartAsync(await databases.CreateAsync("sqlite"));
        var first = await Manual.RecordAsync(host, Manual.At(60_000), "r1");
        Assert.Equal(first, await Manual.RecordAsync(host, Manual.At(60_000), "r1"));
        var named = await Manual.RecordAsync(host, Manual.At(70_000, id: "line-1"));
        Assert.Equal(named, await Manual.RecordAsync(host, Manual.At(70_000, id: "line-1")));
        await Refused.WithAsync(StatusCode.AlreadyExists, "ID_DUPLICATE", () => Manual.RecordAsync(host, Manual.At(70_001, id: "line-1")));
        Assert.Equal(2, (await Manual.ListAsync(host)).ManualPassings.Count);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await using var host = await Manual.StartAsync(await databases.CreateAsync("sqlite"));
        await RefusedAsync(host, StatusCode.NotFound, "BIB_UNKNOWN", passing => passing.Bib = "999");
        await RefusedAsync(host, StatusCode.InvalidArgument, "BIB_INVALID", passing => passing.Bib = "7/8");
        await RefusedAsync(host, StatusCode.NotFound, "TIMING_POINT_UNKNOWN", passing => passing.TimingPointId = "nowhere");
        await RefusedAsync(host, StatusCode.InvalidArgument, "ID_INVALID", passing => passing.TimingPointId = "");
        await RefusedAsync(host, StatusCode.InvalidArgument, "ID_INVALID", passing => passing.ManualPassingId = "Not An Id");
        await RefusedAsync(host, StatusCode.InvalidArgument, "PASSING_TIME_MISSING", passing => passing.PassingTime = null);
        await RefusedAsync(host, StatusCode.InvalidArgument, "PASSING_TIME_OUT_OF_RANGE", passing => passing.PassingTime = new Timestamp());
        await RefusedAsync(host, StatusCode.InvalidArgument, "WINDOW_OUT_OF_RANGE", passing => passing.Window = Duration.FromTimeSpan(TimeSpan.FromHours(2)));
        await RefusedAsync(host, StatusCode.InvalidArgument, "PRIORITY_INVALID", passing => passing.Priority = (ManualPriority)9);
        await RefusedAsync(host, StatusCode.InvalidArgument, "TEXT_MISSING", passing => passing.RecordedBy = " ");
        await RefusedAsync(host, StatusCode.InvalidArgument, "TEXT_TOO_LONG", passing => passing.Note = new string('x', 1_001));
        Assert.Empty((await Manual.ListAsync(host)).ManualPassings);
        Assert.Null(await Manual.InLogAsync(host));
    }

    [Fact]
    public async Task A_bib_has_only_so_many_at_a_point()
    {
        await using var host = await Manual.StartAsync(await databases.CreateAsync("sqlite"));
        for (var i = 0; i < Timing.Service.Limits.ManualPassingsPerBib; i++)
        {
            await Manual.RecordAsync(host, Manual.At(i * 1_000, id: $"m{i}"));
        }

        await Refused.WithAsync(StatusCode.ResourceExhausted, "TOO_MANY_MANUAL_PASSINGS", () => Manual.RecordAsync(host, Manual.At(1)));
        await Manual.RevokeAsync(host, "m3");
        await Manual.RecordAsync(host, Manual.At(1));
    }

    private static Task<RpcException> RefusedAsync(TimingHost host, StatusCode status, string reason, Action<ManualPassing> spoil)
    {
        var passing = Manual.At(60_000);
        spoil(passing);
        return Refused.WithAsync(status, reason, () => Manual.RecordAsync(host, passing));
    }
}
