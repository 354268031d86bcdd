using RaceSystem.Timing.EdgeAgent.Lanes;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.EdgeAgent.Upload;

/// <summary>Where a lane goes.</summary>
/// <param name="Client">Timing.</param>
/// <param name="MeetId">The meet.</param>
/// <param name="DeviceId">The device.</param>
internal sealed record LaneTarget(TimingService.TimingServiceClient Client, string MeetId, string DeviceId)
{
    internal UploadReadsRequest Header(Lane lane) => new()
    {
        Header = new UploadHeader
        {
            MeetId = MeetId,
            DeviceId = DeviceId,
            StreamId = Wire.StreamOf(DeviceId),
            Epoch = lane.Epoch,
            HoldImplausibleTimes = true,
        },
    };
}
