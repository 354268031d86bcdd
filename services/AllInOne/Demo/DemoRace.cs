using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RaceSystem.Client;
using RaceSystem.Kernel;
using RaceSystem.Platform.Modules;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.AllInOne.Demo;

/// <summary>
/// Creates the reference meet and runs it: everything goes through the public gRPC API, as a partner's system and the
/// readers at the road would send it. The race clock starts ten seconds before the gun and runs at the demo's speed.
/// </summary>
public sealed class DemoRace(AllInOneOptions options, HostAddress address, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<DemoRace> logger) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);

    /// <summary>Databases and the services that follow each other need a moment after the start, on a busy laptop a long one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly Elapsed Lead = Elapsed.FromSeconds(10);

    /// <summary>Race control declares who did not start this long after the gun, and who gave up this long after the last mat that missed them.</summary>
    private static readonly Elapsed DnsAfter = Elapsed.FromSeconds(30 * 60), DnfAfter = Elapsed.FromSeconds(4 * 3600 + 30 * 60);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Started(stoppingToken).ConfigureAwait(false);
        try
        {
            await RunAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RpcException or RaceSystemException && !stoppingToken.IsCancellationRequested)
        {
            LogMessages.DemoFailed(logger, exception);
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var server = address.Find() ?? throw new InvalidOperationException("The demo race starts after the host, which does not listen.");
        using var client = new RaceSystemClient(server);
        var runners = SyntheticField.Create(options.DemoSeed);
        var meetId = await CreateMeetAsync(client, runners, cancellationToken).ConfigureAwait(false);
        LogMessages.DemoReady(logger, server.ToString(), meetId, runners.Count, options.DemoSpeed);

        await using var mats = new DemoMats(client.Timing, meetId);
        var reads = DemoReads.Create(runners, options.DemoSeed);
        await FollowClockAsync(client, meetId, runners, reads, mats, cancellationToken).ConfigureAwait(false);
        LogMessages.DemoFinished(logger, meetId);
    }

    private async Task FollowClockAsync(RaceSystemClient client, string meetId, IReadOnlyList<DemoRunner> runners, IReadOnlyList<DemoRead> reads, DemoMats mats, CancellationToken cancellationToken)
    {
        var gun = Instant.From(ReferenceMeet.Gun);
        var begin = gun + (Elapsed.Zero - Lead);
        var script = new Queue<(Instant At, Func<Task> Do)>(
        [
            (gun, () => RecordGunsAsync(client, meetId, cancellationToken)),
            (gun + DnsAfter, () => DeclareAsync(client, meetId, runners.Where(r => r.StartDelay is null), ResultStatus.Dns, "did not start", cancellationToken)),
            (gun + DnfAfter, () => DeclareAsync(client, meetId, runners.Where(r => r.StartDelay is not null && r.StopsAt is not null), ResultStatus.Dnf, "reported by the sweep bus", cancellationToken)),
        ]);
        var wallStart = time.GetTimestamp();
        using var timer = new PeriodicTimer(Tick, time);
        var next = 0;
        while ((next < reads.Count || script.Count > 0) && await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            var now = begin + new Elapsed((long)(time.GetElapsedTime(wallStart).TotalMicroseconds * options.DemoSpeed));
            while (script.Count > 0 && script.Peek().At <= now)
            {
                await script.Dequeue().Do().ConfigureAwait(false);
            }

            next = await mats.SendAsync(reads, next, now, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<string> CreateMeetAsync(RaceSystemClient client, IReadOnlyList<DemoRunner> runners, CancellationToken cancellationToken)
    {
        var meetId = await FreeMeetIdAsync(client, cancellationToken).ConfigureAwait(false);
        await PatientlyAsync(() => client.Registration.ApplyMeetAsync(new ApplyMeetRequest { Meet = ReferenceMeet.Create(meetId) }, cancellationToken: cancellationToken), cancellationToken).ConfigureAwait(false);
        await ImportAsync(client, meetId, runners, cancellationToken).ConfigureAwait(false);
        await PatientlyAsync(() => client.Timing.ApplyTimingPointsAsync(ReferenceMeet.CreateTimingPoints(meetId), cancellationToken: cancellationToken), cancellationToken).ConfigureAwait(false);
        return meetId;
    }

    /// <summary>A kept data folder may hold earlier demos; each run is a meet of its own.</summary>
    private async Task<string> FreeMeetIdAsync(RaceSystemClient client, CancellationToken cancellationToken)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var token = "";
        do
        {
            var request = new ListMeetsRequest { PageSize = 1000, PageToken = token };
            var page = await PatientlyAsync(() => client.Registration.ListMeetsAsync(request, cancellationToken: cancellationToken), cancellationToken).ConfigureAwait(false);
            taken.UnionWith(page.Meets.Select(meet => meet.MeetId));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        return Enumerable.Range(1, taken.Count + 1).Select(run => run == 1 ? ReferenceMeet.MeetId : $"{ReferenceMeet.MeetId}-run{run}").First(id => !taken.Contains(id));
    }

    private async Task RecordGunsAsync(RaceSystemClient client, string meetId, CancellationToken cancellationToken)
    {
        foreach (var race in ReferenceMeet.Races)
        {
            var gun = new GunStart { RaceId = race.RaceId, WaveId = ReferenceMeet.WaveId, StartTime = Timestamp.FromDateTimeOffset(ReferenceMeet.Gun), RecordedBy = "starter", Note = "one gun for all races" };
            await PatientlyAsync(() => client.Timing.RecordGunStartAsync(new RecordGunStartRequest { MeetId = meetId, GunStart = gun }, cancellationToken: cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task DeclareAsync(RaceSystemClient client, string meetId, IEnumerable<DemoRunner> runners, ResultStatus status, string reason, CancellationToken cancellationToken)
    {
        var request = new DeclareStatusRequest { MeetId = meetId };
        request.Declarations.AddRange(runners.Select(r => new StatusDeclaration { RaceId = r.RaceId, Bib = r.Bib, Status = status, DeclaredBy = "race control", Reason = reason }));
        await PatientlyAsync(() => client.Results.DeclareStatusAsync(request, cancellationToken: cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private static async Task ImportAsync(RaceSystemClient client, string meetId, IReadOnlyList<DemoRunner> runners, CancellationToken cancellationToken)
    {
        using var import = client.Registration.ImportEntries(cancellationToken: cancellationToken);
        await import.RequestStream.WriteAsync(new ImportEntriesRequest { Header = new ImportHeader { MeetId = meetId } }, cancellationToken).ConfigureAwait(false);
        foreach (var chunk in runners.Chunk(1000))
        {
            var rows = chunk.Select((runner, i) => new ImportRow { Line = i + 1, Entry = runner.ToEntry() });
            await import.RequestStream.WriteAsync(new ImportEntriesRequest { Chunk = new ImportChunk { Rows = { rows } } }, cancellationToken).ConfigureAwait(false);
        }

        await import.RequestStream.CompleteAsync().ConfigureAwait(false);
        await import.ResponseAsync.ConfigureAwait(false);
    }

    /// <summary>Calls again while a service is not ready yet; every call of the demo may be repeated.</summary>
    private async Task<T> PatientlyAsync<T>(Func<AsyncUnaryCall<T>> call, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await call().ResponseAsync.ConfigureAwait(false);
            }
            catch (RpcException away) when (away.StatusCode == StatusCode.Unavailable && time.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(Tick, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task Started(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
