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
        var asked = PageRequest.Of($"ListUnknownChips/{request.MeetId}", request.PageSize, request.PageToken, Limits.DefaultPage, Limits.LargestPage);
        return await meets.WriterOf(request.MeetId).LookAsync(
            state =>
            {
                var page = asked.TakeByPosition(state.Unknown.Of(state, registered), state.Reads.Chips.CodeOf);
                return new ListUnknownChipsResponse { Chips = { page.Rows.Select(chip => MessageOf(state, chip)) }, NextPageToken = page.NextToken };
            },
            cancellationToken);
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
