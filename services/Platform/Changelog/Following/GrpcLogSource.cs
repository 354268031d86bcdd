using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RaceSystem.Changelog.V1;

namespace RaceSystem.Platform.Changelog.Following;

/// <summary>The owner behind its ChangelogService.</summary>
internal sealed class GrpcLogSource(IServiceProvider services, string owner) : ILogSource
{
    /// <summary>Records a page: the most that ChangelogService gives; it ends a page at 3 MiB as well.</summary>
    private const int PageSize = 10_000;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private readonly Lazy<ChangelogService.ChangelogServiceClient> _client = new(() =>
        services.GetRequiredService<GrpcClientFactory>().CreateClient<ChangelogService.ChangelogServiceClient>($"changelog-{owner}"));

    private readonly Lazy<Task> _hostStarted = new(() => WhenStarted(services.GetRequiredService<IHostApplicationLifetime>()));

    public async Task<IReadOnlyList<ChangelogHead>> ListHeadsAsync(CancellationToken cancellationToken)
    {
        var client = await ClientAsync(cancellationToken);
        var response = await client.ListLogsAsync(new ListLogsRequest { Owner = owner }, deadline: Limit(), cancellationToken: cancellationToken);
        return [.. response.Heads.Select(FromMessage)];
    }

    public async Task<ChangelogHead> GetHeadAsync(string meetId, CancellationToken cancellationToken)
    {
        var request = new GetLogHeadRequest { Owner = owner, MeetId = meetId };
        var client = await ClientAsync(cancellationToken);
        return FromMessage((await client.GetLogHeadAsync(request, deadline: Limit(), cancellationToken: cancellationToken)).Head);
    }

    public async Task<ChangelogPage> ListAfterAsync(string meetId, long afterSequence, CancellationToken cancellationToken)
    {
        var request = new ListChangesRequest { Owner = owner, MeetId = meetId, AfterSequence = afterSequence, PageSize = PageSize };
        var client = await ClientAsync(cancellationToken);
        var response = await client.ListChangesAsync(request, deadline: Limit(), cancellationToken: cancellationToken);
        return new ChangelogPage(response.LogId, ChangeRecords.FromMessages(response.Records), response.ThroughSequence, response.HeadSequence);
    }

    private static Task WhenStarted(IHostApplicationLifetime lifetime)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStarted.Register(started.SetResult);
        return started.Task;
    }

    /// <summary>The owner may be a module of this host, which answers when the host has started.</summary>
    private async Task<ChangelogService.ChangelogServiceClient> ClientAsync(CancellationToken cancellationToken)
    {
        await _hostStarted.Value.WaitAsync(cancellationToken);
        return _client.Value;
    }

    private static ChangelogHead FromMessage(LogHead head) => new(head.MeetId, head.LogId, head.Sequence);

    // A deadline is wall-clock time of the transport, whatever clock the host runs on.
    private static DateTime Limit() => TimeProvider.System.GetUtcNow().UtcDateTime + Deadline;
}
