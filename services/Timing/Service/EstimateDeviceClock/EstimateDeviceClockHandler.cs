using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Service.Clocks;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.EstimateDeviceClock;

/// <summary>Estimates a device's clock against every other device at its points and against its agent's; changes nothing.</summary>
internal sealed class EstimateDeviceClockHandler(MeetRegistry registry, ResidentMeets meets, ClockSamples samples)
{
    internal async Task<EstimateDeviceClockResponse> HandleAsync(EstimateDeviceClockRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        Identifier.Require(request.DeviceId, "device_id");
        var from = request.FromDeviceTime is null ? long.MinValue : Wire.InstantOf(request.FromDeviceTime, "from_device_time").Micros;
        var to = request.ToDeviceTime is null ? long.MaxValue : Wire.InstantOf(request.ToDeviceTime, "to_device_time").Micros;
        if (from > to)
        {
            throw RefusalException.Invalid("TIME_RANGE_INVALID", "to_device_time", "is earlier than from_device_time.");
        }

        // What is compared is copied in the writer's turn; the estimates are made outside of it, beside uploads.
        var (clock, doubleReads) = await meets.WriterOf(request.MeetId).LookAsync(state => Look(state, request, from, to), cancellationToken);
        var estimates = new List<(double Error, V1.ClockEstimate Message)>();
        foreach (var (pointId, referenceId, chips) in doubleReads)
        {
            if (DoubleReadEstimator.Estimate(chips, clock.Correct) is { } estimate)
            {
                estimates.Add((estimate.Clock.LargestError, EstimateMessage.OfDoubleReads(estimate.Clock, referenceId, pointId)));
            }
        }

        var exchanges = samples.Of(request.MeetId, request.DeviceId).Where(exchange => exchange.DeviceMicros >= from && exchange.DeviceMicros <= to).ToList();
        if (request.ReferenceDeviceId.Length == 0 && SyncEstimator.Estimate(exchanges, clock.Correct) is { } bySync)
        {
            estimates.Add((bySync.LargestError, EstimateMessage.OfExchanges(bySync)));
        }

        return new EstimateDeviceClockResponse { Estimates = { estimates.OrderBy(estimate => estimate.Error).Select(estimate => estimate.Message) } };
    }

    private static (DeviceClock Clock, List<DoubleReads> DoubleReads) Look(MeetState state, EstimateDeviceClockRequest request, long from, long to)
    {
        ClockChange.RequireDevice(state, request.MeetId, request.DeviceId);
        state.Reads.TryFindDevice(request.DeviceId, out var device);
        var reference = -1;
        if (request.ReferenceDeviceId.Length > 0)
        {
            ClockChange.RequireDevice(state, request.MeetId, Identifier.Require(request.ReferenceDeviceId, "reference_device_id"));
            state.Reads.TryFindDevice(request.ReferenceDeviceId, out reference);
        }

        if (reference == device)
        {
            throw RefusalException.Invalid("REFERENCE_INVALID", "reference_device_id", "is the device itself: name another one at its point, or none.");
        }

        return (state.Reads.ClockOf(device), DoubleReadCollector.Collect(state, device, reference, from, to));
    }
}
