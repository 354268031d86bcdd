using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection;
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

    public async Task<IReadOnlyList<ChangelogHead>> ListHeadsAsync(CancellationToken cancellationToken)
    {
        var response = await _client.Value.ListLogsAsync(new ListLogsRequest { Owner = owner }, deadline: Limit(), cancellationToken: cancellationToken);
        return [.. response.Heads.Select(FromMessage)];
    }

    public async Task<ChangelogHead> GetHeadAsync(string meetId, CancellationToken cancellationToken)
    {
        var request = new GetLogHeadRequest { Owner = owner, MeetId = meetId };
        return FromMessage((await _client.Value.GetLogHeadAsync(request, deadline: Limit(), cancellationToken: cancellationToken)).Head);
    }

    public async Task<ChangelogPage> ListAfterAsync(string meetId, long afterSequence, CancellationToken cancellationToken)
    {
        var request = new ListChangesRequest { Owner = owner, MeetId = meetId, AfterSequence = afterSequence, PageSize = PageSize };
        var response = await _client.Value.ListChangesAsync(request, deadline: Limit(), cancellationToken: cancellationToken);
        return new ChangelogPage(response.LogId, ChangeRecords.FromMessages(response.Records), response.ThroughSequence, response.HeadSequence);
    }

    private static ChangelogHead FromMessage(LogHead head) => new(head.MeetId, head.LogId, head.Sequence);

    // A deadline is wall-clock time of the transport, whatever clock the host runs on.
    private static DateTime Limit() => TimeProvider.System.GetUtcNow().UtcDateTime + Deadline;
}
