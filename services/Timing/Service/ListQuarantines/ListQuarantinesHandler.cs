using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Quarantines;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.ListQuarantines;

/// <summary>Quarantines with the reads they concern: the open ones first, each in the order of opening.</summary>
internal sealed class ListQuarantinesHandler(MeetRegistry registry, ResidentMeets meets)
{
    internal async Task<ListQuarantinesResponse> HandleAsync(ListQuarantinesRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        Identifier.RequireIfGiven(request.DeviceId, "device_id");
        var scope = string.Create(CultureInfo.InvariantCulture, $"ListQuarantines/{request.MeetId}/{request.DeviceId}/{(int)request.State}");
        var asked = PageRequest.Of(scope, request.PageSize, request.PageToken, Limits.DefaultPage, Limits.LargestPage);
        return await meets.WriterOf(request.MeetId).LookAsync(state => PageOf(state, request, asked), cancellationToken);
    }

    private static ListQuarantinesResponse PageOf(MeetState state, ListQuarantinesRequest request, PageRequest asked)
    {
        var rows = state.Clocks.Quarantines.Values
            .Where(row => request.DeviceId.Length == 0 || row.DeviceId == request.DeviceId)
            .Where(row => request.State == QuarantineState.Unspecified || QuarantineStates.MessageOf(row.State) == request.State);
        var page = asked.TakeByPosition(rows, PositionOf);
        var counts = QuarantineReads.Count(state, page.Rows);
        return new ListQuarantinesResponse
        {
            Quarantines = { page.Rows.Select(row => QuarantineMessage.Of(row, counts[row.QuarantineId], QuarantineCorrection.Find(state, row.QuarantineId))) },
            NextPageToken = page.NextToken,
        };
    }

    private static string PositionOf(QuarantineRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"{(row.State == QuarantineStates.Open ? 0 : 1)}/{row.OpenedMicros:d20}/{row.QuarantineId}");
}
