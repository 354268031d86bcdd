namespace RaceSystem.Timing.Core.Alarms;

/// <summary>The battery is at 20 % or below; ends above 25 %.</summary>
internal sealed class BatteryRule
{
    private const double Low = 20;
    private const double Enough = 25;

    private bool _isLow;

    internal string? Judge(DeviceSample device)
    {
        if (device.BatteryPercent is not { } percent)
        {
            return null;
        }

        _isLow = percent <= Low || (_isLow && percent <= Enough);
        return _isLow ? $"The battery of {device.Name} is at {percent:0} %." : null;
    }
}
