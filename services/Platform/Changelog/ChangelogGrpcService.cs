using Grpc.Core;
using RaceSystem.Changelog.V1;
using RaceSystem.Kernel;

namespace RaceSystem.Platform.Changelog;

/// <summary>Serves the logs of every owner in this process.</summary>
internal sealed class ChangelogGrpcService : ChangelogService.ChangelogServiceBase
{
    private const int DefaultPageSize = 5_000;

    private readonly Dictionary<string, IChangelog> _owners;

    public ChangelogGrpcService(IEnumerable<IChangelog> changelogs) => _owners = changelogs.ToDictionary(changelog => changelog.Owner, StringComparer.Ordinal);

    public override async Task<ListLogsResponse> ListLogs(ListLogsRequest request, ServerCallContext context)
    {
        var changelog = Owner(request.Owner);
        var heads = await changelog.ListHeadsAsync(context.CancellationToken);
        var response = new ListLogsResponse();
        response.Heads.AddRange(heads.Select(head => ToMessage(changelog, head)));
        return response;
    }

    public override async Task<GetLogHeadResponse> GetLogHead(GetLogHeadRequest request, ServerCallContext context)
    {
        var changelog = Owner(request.Owner);
        var head = await changelog.GetHeadAsync(Identifier.Require(request.MeetId, "meet_id"), context.CancellationToken);
        return new GetLogHeadResponse { Head = ToMessage(changelog, head) };
    }

    public override async Task<ListChangesResponse> ListChanges(ListChangesRequest request, ServerCallContext context)
    {
        var changelog = Owner(request.Owner);
        var size = Paging.PageSize.Require(request.PageSize, DefaultPageSize, StoredChangelog.MaxPageSize);
        if (request.AfterSequence < 0)
        {
            throw RefusalException.Invalid("SEQUENCE_INVALID", "after_sequence", "is negative; 0 asks for the whole log.");
        }

        var page = await changelog.ListAfterAsync(Identifier.Require(request.MeetId, "meet_id"), request.AfterSequence, size, context.CancellationToken);
        var response = new ListChangesResponse { LogId = page.LogId, ThroughSequence = page.ThroughSequence, HeadSequence = page.HeadSequence };
        response.Records.AddRange(page.Records.Select(ChangeRecords.ToMessage));
        return response;
    }

    private static LogHead ToMessage(IChangelog changelog, ChangelogHead head) =>
        new() { Owner = changelog.Owner, MeetId = head.MeetId, LogId = head.LogId, Sequence = head.Sequence };

    private IChangelog Owner(string owner) => _owners.GetValueOrDefault(owner)
        ?? throw RefusalException.NotFound(
            "OWNER_UNKNOWN",
            $"This host keeps no log of that owner; it keeps: {string.Join(", ", _owners.Keys.Order(StringComparer.Ordinal))}.");
}
