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
        if (request.DeviceId.Length > 0)
        {
            Identifier.Require(request.DeviceId, "device_id");
        }

        var size = PageSize.Require(request.PageSize, Limits.DefaultPage, Limits.LargestPage);
        var scope = string.Create(CultureInfo.InvariantCulture, $"ListQuarantines/{request.MeetId}/{request.DeviceId}/{(int)request.State}");
        var after = PageToken.Decode(scope, request.PageToken) ?? "";
        return await meets.WriterOf(request.MeetId).LookAsync(state => PageOf(state, request, size, scope, after), cancellationToken);
    }

    private static ListQuarantinesResponse PageOf(MeetState state, ListQuarantinesRequest request, int size, string scope, string after)
    {
        var rows = state.Clocks.Quarantines.Values
            .Where(row => request.DeviceId.Length == 0 || row.DeviceId == request.DeviceId)
            .Where(row => request.State == QuarantineState.Unspecified || QuarantineStates.MessageOf(row.State) == request.State)
            .Where(row => string.CompareOrdinal(PositionOf(row), after) > 0)
            .OrderBy(PositionOf, StringComparer.Ordinal)
            .Take(size + 1)
            .ToList();
        var more = rows.Count > size;
        rows = more ? rows[..size] : rows;
        var counts = QuarantineReads.Count(state, rows);
        var response = new ListQuarantinesResponse
        {
            Quarantines = { rows.Select(row => QuarantineMessage.Of(row, counts[row.QuarantineId], QuarantineCorrection.Find(state, row.QuarantineId))) },
        };
        if (more)
        {
            response.NextPageToken = PageToken.Encode(scope, PositionOf(rows[^1]));
        }

        return response;
    }

    private static string PositionOf(QuarantineRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"{(row.State == QuarantineStates.Open ? 0 : 1)}/{row.OpenedMicros:d20}/{row.QuarantineId}");
}
