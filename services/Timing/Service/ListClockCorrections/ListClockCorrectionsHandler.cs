using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Timing.Service.Clocks;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.ListClockCorrections;

/// <summary>All corrections in the order in which they were recorded, revoked ones included.</summary>
internal sealed class ListClockCorrectionsHandler(MeetRegistry registry, ResidentMeets meets)
{
    internal async Task<ListClockCorrectionsResponse> HandleAsync(ListClockCorrectionsRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        if (request.DeviceId.Length > 0)
        {
            Identifier.Require(request.DeviceId, "device_id");
        }

        var size = PageSize.Require(request.PageSize, Limits.DefaultPage, Limits.LargestPage);
        var scope = $"ListClockCorrections/{request.MeetId}/{request.DeviceId}";
        var after = PageToken.Decode(scope, request.PageToken) ?? "";
        var rows = await meets.WriterOf(request.MeetId).LookAsync(
            state => state.Clocks.Corrections.Values
                .Where(row => request.DeviceId.Length == 0 || row.DeviceId == request.DeviceId)
                .Where(row => string.CompareOrdinal(PositionOf(row), after) > 0)
                .OrderBy(PositionOf, StringComparer.Ordinal)
                .Take(size + 1)
                .Select(row => (Position: PositionOf(row), Message: ClockCorrectionMessage.Of(row)))
                .ToList(),
            cancellationToken);
        var response = new ListClockCorrectionsResponse { ClockCorrections = { rows.Take(size).Select(row => row.Message) } };
        if (rows.Count > size)
        {
            response.NextPageToken = PageToken.Encode(scope, rows[size - 1].Position);
        }

        return response;
    }

    private static string PositionOf(ClockCorrectionRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.RecordMicros:d20}/{row.CorrectionId}");
}
