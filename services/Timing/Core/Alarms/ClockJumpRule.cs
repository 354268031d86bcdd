using RaceSystem.Kernel;

namespace RaceSystem.Timing.Core.Alarms;

/// <summary>
/// A clock that made a step: between two comparisons with the agent's clock; or, for a device without such, against the
/// arrival of its reads. For the latter a step ahead shows at once (a link cannot deliver faster than its best), a step back
/// only when it stays, since a slow link looks the same at first. Found is kept for <see cref="Kept"/>.
/// </summary>
internal sealed class ClockJumpRule
{
    private const long SampledStep = 500_000;
    private const long ArrivalStep = 3_000_000;
    private const int StableBuckets = 3;
    private static readonly Elapsed Bucket = Elapsed.FromSeconds(10);
    private static readonly Elapsed Kept = Elapsed.FromSeconds(600);

    private long? _offset;
    private Instant? _bucketFrom;
    private long? _least;
    private long? _usual;
    private long? _stepped;
    private int _agreed;
    private string? _found;
    private Instant _foundAt;

    internal string? Judge(DeviceSample device, Instant now)
    {
        if (StepOfSamples(device) is { } sampled)
        {
            (_found, _foundAt) = ($"The clock of {device.Name} made a step of {sampled / 1e6:+0.0;-0.0} s against its agent's.", now);
        }
        else if (StepOfArrivals(device, now) is { } arrived)
        {
            (_found, _foundAt) = ($"The clock of {device.Name} made a step of {arrived / 1e6:+0.0;-0.0} s against the arrival of its reads.", now);
        }

        return _found is not null && now - _foundAt < Kept ? _found : _found = null;
    }

    /// <summary>How far the device's clock went ahead between two reports; null when within what is usual.</summary>
    private long? StepOfSamples(DeviceSample device)
    {
        if (device.ClockOffsetMicros is not { } offset)
        {
            return null;
        }

        var step = (_offset ?? offset) - offset;
        _offset = offset;
        return Math.Abs(step) >= SampledStep + (2 * device.ClockErrorMicros) ? step : null;
    }

    private long? StepOfArrivals(DeviceSample device, Instant now)
    {
        if (!device.IsConnected)
        {
            // Afterwards it may have a backlog to deliver.
            (_usual, _least, _bucketFrom, _agreed, _stepped) = (null, null, null, 0, null);
            return null;
        }

        if (device.LeastLagMicros is { } lag)
        {
            _bucketFrom ??= now;
            _least = Math.Min(lag, _least ?? lag);
        }

        if (_least is not { } least || now - _bucketFrom!.Value < Bucket)
        {
            return null;
        }

        (_least, _bucketFrom) = (null, null);
        return Take(least);
    }

    private long? Take(long lag)
    {
        if (_usual is not { } usual)
        {
            (_usual, _agreed) = (lag, 1);
            return null;
        }

        var late = lag - usual;
        if (Math.Abs(late) < ArrivalStep)
        {
            (_usual, _agreed, _stepped) = (lag, _agreed + 1, null);
            return null;
        }

        if (_agreed < StableBuckets)
        {
            (_usual, _agreed, _stepped) = (lag, 1, null);
            return null;
        }

        var stays = _stepped is { } before && Math.Abs(lag - before) < ArrivalStep;
        if (late > 0 && !stays)
        {
            _stepped = lag;
            return null;
        }

        (_usual, _agreed, _stepped) = (lag, 1, null);
        return -late;
    }
}
