using Grpc.Core;
using RaceSystem.Timing.Tests.Service.Clocks;
using RaceSystem.Timing.Tests.Service.ListQuarantines;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.DecideQuarantine;

public sealed class DecideQuarantineTests(Databases databases)
{
    private static readonly TimeSpan To2025 = new DateTime(2025, 4, 6) - new DateTime(1980, 1, 6);

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Corrected_reads_count_and_so_do_those_that_the_same_clock_still_sends(string kind)
    {
        var database = await databases.CreateAsync(kind);
        await using (var host = await TimingHost.StartAsync(database))
        {
            await host.ApplyPointsAsync();
            using var upload = await Upload.OpenAsync(host.Client, holds: true);
            await upload.SendDurablyAsync(ListQuarantinesTests.At1980(1, "A", 5_000));
            var open = Assert.Single(await host.QuarantinesAsync());
            var decided = await host.DecideAsync(open.QuarantineId, QuarantineDecision.Correct, To2025, requestId: "r1");
            Assert.Equal(decided, await host.DecideAsync(open.QuarantineId, QuarantineDecision.Correct, To2025, requestId: "r1"));
            Assert.Equal((QuarantineState.Released, 1, ClockCalls.Operator), (decided.Quarantine.State, decided.ChangedChipCount, decided.Quarantine.DecidedBy));
            Assert.Equal(To2025, decided.Quarantine.Correction.Offset.ToTimeSpan());
            var finishes = await host.FinishesAsync();
            Assert.Equal([5_000], finishes["A"]);
        }

        await using var again = await TimingHost.StartAsync(database);
        using var later = await Upload.OpenAsync(again.Client, holds: true);
        await later.SendDurablyAsync(ListQuarantinesTests.At1980(2, "B", 86_400_000));
        await later.SendDurablyAsync(Upload.Batch(3, ("C", 90_000_000)));
        Assert.Empty(await again.QuarantinesAsync(QuarantineState.Open));
        var after = await again.FinishesAsync();
        Assert.Equal((5_000, 86_400_000, 90_000_000), (after["A"][0], after["B"][0], after["C"][0]));
        Assert.Single(await again.CorrectionsAsync());
    }

    [Fact]
    public async Task Discarded_reads_stay_and_never_count_and_a_further_decision_replaces_the_first()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        using var upload = await Upload.OpenAsync(host.Client, holds: true);
        await upload.SendDurablyAsync(ListQuarantinesTests.At1980(1, "A", 5_000));
        var id = Assert.Single(await host.QuarantinesAsync()).QuarantineId;
        await host.DecideAsync(id, QuarantineDecision.Discard);
        await upload.SendDurablyAsync(ListQuarantinesTests.At1980(2, "B", 6_000));
        Assert.All((await host.FinishesAsync()).Values, Assert.Empty);
        Assert.Equal(2, Assert.Single(await host.QuarantinesAsync()).ReadCount);

        await host.DecideAsync(id, QuarantineDecision.Correct, To2025);
        var corrected = await host.FinishesAsync();
        Assert.Equal((5_000, 6_000), (corrected["A"][0], corrected["B"][0]));

        await host.DecideAsync(id, QuarantineDecision.Correct, To2025 + TimeSpan.FromSeconds(1));
        var anew = await host.FinishesAsync();
        Assert.Equal((6_000, 7_000), (anew["A"][0], anew["B"][0]));
        Assert.Equal([true, false], (await host.CorrectionsAsync()).Select(correction => correction.RevokedBy.Length > 0));

        var released = (await host.DecideAsync(id, QuarantineDecision.Release)).Quarantine;
        Assert.Null(released.Correction);
        Assert.Contains("Before: Released by race control", released.Note, StringComparison.Ordinal);
        Assert.True((await host.FinishesAsync())["A"][0] < 0);
    }

    [Fact]
    public async Task A_decision_can_be_made_for_what_is_still_to_come()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        using var upload = await Upload.OpenAsync(host.Client, holds: true);
        await upload.SendDurablyAsync(ListQuarantinesTests.At1980(1, "A", 5_000));
        await upload.SendDurablyAsync(ListQuarantinesTests.At1980(2, "B", 36_000_000));
        var open = await host.QuarantinesAsync();
        await host.DecideAsync(open[0].QuarantineId, QuarantineDecision.Discard, to: ListQuarantinesTests.At1980(1, "", 90_000_000).TimeUs[0]);

        // The other one lies in the range of the decision, and what comes next too.
        await upload.SendDurablyAsync(ListQuarantinesTests.At1980(3, "C", 80_000_000));
        Assert.Empty(await host.QuarantinesAsync(QuarantineState.Open));
        Assert.Equal(2, (await host.QuarantinesAsync(QuarantineState.Discarded)).Count);
    }

    [Fact]
    public async Task What_is_no_decision_is_refused()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        await Refused.WithAsync(StatusCode.NotFound, "QUARANTINE_UNKNOWN", () => host.DecideAsync("q-1", QuarantineDecision.Release));
        await Refused.WithAsync(StatusCode.InvalidArgument, "DECISION_INVALID", () => host.DecideAsync("q-1", QuarantineDecision.Unspecified));
        await Refused.WithAsync(StatusCode.InvalidArgument, "OFFSET_MISSING", () => host.DecideAsync("q-1", QuarantineDecision.Correct));
        await Refused.WithAsync(StatusCode.InvalidArgument, "DECISION_INVALID", () => host.DecideAsync("q-1", QuarantineDecision.Release, TimeSpan.FromHours(1)));
        await Refused.WithAsync(StatusCode.InvalidArgument, "NAME_MISSING", () => host.DecideAsync("q-1", QuarantineDecision.Release, who: ""));
    }
}
