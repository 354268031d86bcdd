using Google.Rpc;
using Grpc.Core;
using RaceSystem.Changelog.V1;
using RaceSystem.Registration.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.Platform.Tests.Grpc;

/// <summary>Every kind of call fails in the same way.</summary>
public sealed class ErrorInterceptorTests(FaultyHost faulty)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TimingService.TimingServiceClient Timing => new(faulty.Host.Channel);

    [Theory]
    [InlineData("refused", StatusCode.InvalidArgument, "DUPLICATE_BIB")]
    [InlineData("unknown", StatusCode.NotFound, "MEET_UNKNOWN")]
    [InlineData("exists", StatusCode.AlreadyExists, "DUPLICATE_CHIP")]
    [InlineData("state", StatusCode.FailedPrecondition, "SEQUENCE_GAP")]
    [InlineData("limit", StatusCode.ResourceExhausted, "BATCH_TOO_LARGE")]
    [InlineData("away", StatusCode.Unavailable, "OWNER_UNAVAILABLE")]
    [InlineData("bug", StatusCode.Internal, "INTERNAL")]
    [InlineData("constraint", StatusCode.Internal, "INTERNAL")]
    [InlineData("busy", StatusCode.Unavailable, "STORAGE_UNAVAILABLE")]
    [InlineData("locked-inside", StatusCode.Unavailable, "STORAGE_UNAVAILABLE")]
    [InlineData("no-server", StatusCode.Unavailable, "STORAGE_UNAVAILABLE")]
    public async Task An_exception_becomes_a_status_with_its_reason(string meetId, StatusCode code, string reason)
    {
        var calls = new Func<Task>[]
        {
            async () => await Timing.ListTimingPointsAsync(new ListTimingPointsRequest { MeetId = meetId }, cancellationToken: Token),
            async () =>
            {
                using var call = Timing.WatchTimingPoints(new WatchTimingPointsRequest { MeetId = meetId }, cancellationToken: Token);
                while (await call.ResponseStream.MoveNext(Token))
                {
                }
            },
            async () =>
            {
                using var call = Timing.UploadReads(cancellationToken: Token);
                await call.RequestStream.WriteAsync(new UploadReadsRequest { Header = new UploadHeader { MeetId = meetId } }, Token);
                await call.ResponseStream.MoveNext(Token);
            },
            async () =>
            {
                using var call = new RegistrationService.RegistrationServiceClient(faulty.Host.Channel).ImportEntries(cancellationToken: Token);
                await call.RequestStream.WriteAsync(new ImportEntriesRequest { Header = new ImportHeader { MeetId = meetId } }, Token);
                await call.ResponseAsync;
            },
        };
        foreach (var call in calls)
        {
            var error = await Assert.ThrowsAsync<RpcException>(call);
            var status = error.GetRpcStatus();
            var info = status?.GetDetail<ErrorInfo>();
            Assert.Equal(code, error.StatusCode);
            Assert.Equal((reason, "racesystem"), (info?.Reason, info?.Domain));
            Assert.DoesNotContain(Fault.Secret, status!.ToString());
        }
    }

    [Fact]
    public async Task A_wrong_field_is_named()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await Timing.ListTimingPointsAsync(new ListTimingPointsRequest { MeetId = "refused" }, cancellationToken: Token));

        var violation = Assert.Single(error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations);
        Assert.Equal(("entry.bib", "17 is taken."), (violation.Field, violation.Description));
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled_and_a_late_one_is_late()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var request = new ListTimingPointsRequest { MeetId = "slow" };

        var cancelled = await Assert.ThrowsAsync<RpcException>(async () => await Timing.ListTimingPointsAsync(request, cancellationToken: cancel.Token));
        var late = await Assert.ThrowsAsync<RpcException>(async () => await Timing.ListTimingPointsAsync(request, deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(200), cancellationToken: Token));

        Assert.Equal((StatusCode.Cancelled, StatusCode.DeadlineExceeded), (cancelled.StatusCode, late.StatusCode));
    }

    [Fact]
    public async Task A_message_over_the_limit_is_refused()
    {
        var request = new ListTimingPointsRequest { MeetId = new string('m', 5 * 1024 * 1024) };

        var error = await Assert.ThrowsAsync<RpcException>(async () => await Timing.ListTimingPointsAsync(request, cancellationToken: Token));

        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
    }

    [Theory]
    [InlineData("nobody", "m", 0, 0, StatusCode.NotFound, "OWNER_UNKNOWN")]
    [InlineData("timing", "M!", 0, 0, StatusCode.InvalidArgument, "ID_INVALID")]
    [InlineData("timing", "m", -1, 0, StatusCode.InvalidArgument, "SEQUENCE_INVALID")]
    [InlineData("timing", "m", 0, 10_001, StatusCode.InvalidArgument, "PAGE_SIZE_INVALID")]
    public async Task Changes_are_listed_for_what_makes_sense(string owner, string meetId, long after, int pageSize, StatusCode code, string reason)
    {
        var request = new ListChangesRequest { Owner = owner, MeetId = meetId, AfterSequence = after, PageSize = pageSize };

        var error = await Assert.ThrowsAsync<RpcException>(async () => await new ChangelogService.ChangelogServiceClient(faulty.Host.Channel).ListChangesAsync(request, cancellationToken: Token));

        Assert.Equal((code, reason), (error.StatusCode, error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason));
    }
}
