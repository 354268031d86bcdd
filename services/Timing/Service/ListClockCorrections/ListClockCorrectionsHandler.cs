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
        Identifier.RequireIfGiven(request.DeviceId, "device_id");
        var scope = $"ListClockCorrections/{request.MeetId}/{request.DeviceId}";
        var asked = PageRequest.Of(scope, request.PageSize, request.PageToken, Limits.DefaultPage, Limits.LargestPage);
        return await meets.WriterOf(request.MeetId).LookAsync(
            state =>
            {
                var page = asked.TakeByPosition(state.Clocks.Corrections.Values.Where(row => request.DeviceId.Length == 0 || row.DeviceId == request.DeviceId), PositionOf);
                return new ListClockCorrectionsResponse { ClockCorrections = { page.Rows.Select(ClockCorrectionMessage.Of) }, NextPageToken = page.NextToken };
            },
            cancellationToken);
    }

    private static string PositionOf(ClockCorrectionRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.RecordMicros:d20}/{row.CorrectionId}");
}
