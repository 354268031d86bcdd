using RaceSystem.Platform.Paging;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.ListUnknownChips;

/// <summary>Chips that were read and belong to no entry, by code; one disappears here when its entry appears.</summary>
internal sealed class ListUnknownChipsHandler(MeetRegistry registry, ResidentMeets meets)
{
    internal async Task<ListUnknownChipsResponse> HandleAsync(ListUnknownChipsRequest request, CancellationToken cancellationToken)
    {
        var registered = await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        var size = PageSize.Require(request.PageSize, Limits.DefaultPage, Limits.LargestPage);
        var after = PageToken.Decode(ScopeOf(request), request.PageToken) ?? "";
        return await meets.WriterOf(request.MeetId).LookAsync(state => PageOf(state, registered, request, after, size), cancellationToken);
    }

    private static string ScopeOf(ListUnknownChipsRequest request) => $"ListUnknownChips/{request.MeetId}";

    private static ListUnknownChipsResponse PageOf(MeetState state, RegisteredMeet registered, ListUnknownChipsRequest request, string after, int size)
    {
        var chips = state.Reads.Chips;
        var unknown = state.Unknown.Of(state, registered)
            .Where(chip => string.CompareOrdinal(chips.CodeOf(chip), after) > 0)
            .OrderBy(chips.CodeOf, StringComparer.Ordinal)
            .ToList();
        var response = new ListUnknownChipsResponse { Chips = { unknown.Take(size).Select(chip => MessageOf(state, chip)) } };
        if (unknown.Count > size)
        {
            response.NextPageToken = PageToken.Encode(ScopeOf(request), chips.CodeOf(unknown[size - 1]));
        }

        return response;
    }

    private static UnknownChip MessageOf(MeetState state, int chip)
    {
        var reads = state.Reads;
        var message = new UnknownChip { Chip = reads.Chips.CodeOf(chip) };
        long lastSeen = 0;
        for (var point = 0; point < reads.PointCount; point++)
        {
            if (reads.WasReadAt(point, chip))
            {
                message.PassingCount += reads.PassingsOf(point, chip).Length;
                message.TimingPointIds.Add(reads.PointIdOf(point));
                lastSeen = Math.Max(lastSeen, reads.LastReadOf(point, chip));
            }
        }

        message.LastSeenTime = Wire.TimestampOrNull(lastSeen);
        return message;
    }
}
