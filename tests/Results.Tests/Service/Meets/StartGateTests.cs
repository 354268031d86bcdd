using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RaceSystem.Kernel;
using RaceSystem.Results.Service.Following;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Service.Meets;

public sealed class StartGateTests(ResultsHost host)
{
    private readonly FakeTimeProvider _time = new();
    private readonly TaskCompletionSource _copyRead = new();

    [Fact]
    public async Task A_request_waits_until_the_stored_records_are_read()
    {
        var meet = await host.NewMeet().Planned().StandsAsync();

        var waiting = Gate().WaitAsync(meet.MeetId, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        _copyRead.SetResult();

        await waiting;
    }

    [Fact]
    public async Task A_request_that_waited_long_enough_is_told_to_come_again()
    {
        var waiting = Gate().WaitAsync("meet", TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() =>
        {
            _time.Advance(StartGate.Patience);
            return waiting.IsCompleted;
        });

        var refused = await Assert.ThrowsAsync<RefusalException>(() => waiting);
        Assert.Equal((RefusalKind.Unavailable, "SERVICE_STARTING"), (refused.Kind, refused.Reason));
    }

    private StartGate Gate()
    {
        var timing = new FakeLog("timing", host.Services.GetRequiredService<TimingProjection>()) { Loaded = _copyRead.Task };
        return new StartGate(host.Services.GetRequiredService<MeetTable>(), host.Registration, timing, host.Services.GetRequiredService<OwnLog>(), _time);
    }
}
