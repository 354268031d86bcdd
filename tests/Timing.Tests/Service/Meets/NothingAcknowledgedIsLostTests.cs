using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Platform.Changelog;
using RaceSystem.Testing;

namespace RaceSystem.Timing.Tests.Service.Meets;

/// <summary>Invariant 1: an ack means committed, and a commit without its ack is found again on resume.</summary>
public sealed class NothingAcknowledgedIsLostTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Commits_that_fail_or_whose_answer_is_lost_end_in_the_same_state_after_resume(string kind)
    {
        var random = Seed.NextRandom();
        var (host, log) = await StartAsync(await databases.CreateAsync(kind));
        await using var _ = host;
        await host.ApplyPointsAsync();
        var reads = RandomUpload.Reads(random, 600);
        var batches = RandomUpload.Batches(reads, "d-finish", random);
        var faults = 0;
        for (long durable = 0; durable < batches.Count;)
        {
            using var upload = await Upload.OpenAsync(host.Client);
            Assert.True(upload.Durable >= durable, $"{upload.Durable} on disk, but {durable} was acknowledged");
            durable = upload.Durable;
            (random.Next(3) switch { 0 => log.FailBeforeCommit, 1 => log.FailAfterCommit, _ => (Action<int>)(_ => { }) })(random.Next(1, 4));
            try
            {
                foreach (var batch in batches.Where(batch => batch.Sequence > durable).Take(random.Next(1, 6)))
                {
                    await upload.SendDurablyAsync(batch);
                    durable = upload.Durable;
                }
            }
            catch (RpcException exception)
            {
                Assert.Equal(StatusCode.Unavailable, exception.StatusCode);
                faults++;
            }

            log.FailBeforeCommit(0);
            log.FailAfterCommit(0);
        }

        Expected.Same(Expected.Log(reads.Where(read => read.Device == "d-finish")), await host.PassingsInLogAsync());
        TestContext.Current.TestOutputHelper?.WriteLine($"{batches.Count} batches, {faults} broken streams");
    }

    [Fact]
    public async Task What_was_not_committed_is_not_shown_either()
    {
        var (host, log) = await StartAsync(await databases.CreateAsync("sqlite"));
        await using var _ = host;
        await host.ApplyPointsAsync();
        log.FailBeforeCommit(2);
        using (var upload = await Upload.OpenAsync(host.Client))
        {
            await Refused.WithAsync(StatusCode.Unavailable, "STORAGE_UNAVAILABLE", () => upload.SendDurablyAsync(Upload.Batch(1, ("A", 1_000))));
        }

        var unknown = await host.Client.ListUnknownChipsAsync(new V1.ListUnknownChipsRequest { MeetId = TimingHost.Meet }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(unknown.Chips);
        using var next = await Upload.OpenAsync(host.Client);
        Assert.Equal(0, next.Durable);
    }

    private static async Task<(TimingHost Host, FailingChangelog Log)> StartAsync(string database)
    {
        FailingChangelog? log = null;
        var host = await TimingHost.StartAsync(database, services =>
        {
            // The module's own registration keeps working underneath.
            var inner = services.Last(service => Equals(service.ServiceKey, "timing") && service.ServiceType == typeof(IChangelog));
            services.AddKeyedSingleton<IChangelog>("timing", (provider, key) =>
                log = new FailingChangelog((IChangelog)inner.KeyedImplementationFactory!(provider, key)));
        });
        _ = host.Changelog;
        return (host, log!);
    }
}
