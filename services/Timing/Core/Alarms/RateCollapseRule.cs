namespace RaceSystem.Timing.Core.Alarms;

/// <summary>
/// A device that reads, but hardly: its reads for each runner who crosses the point fell under a quarter of what they were
/// and under three, twice in a row. Ends at half of what they were.
/// </summary>
internal sealed class RateCollapseRule
{
    private const int Runners = 30;
    private const int BaselineWindows = 3;
    private const double Under = 0.25;
    private const double Again = 0.5;
    private const double FewReads = 3;

    private long _reads = -1;
    private long _crossings;
    private int _guns;
    private int _windows;
    private double _usual;
    private bool _wasLow;
    private string? _found;

    internal string? Judge(DeviceSample device, PointSample point)
    {
        var crossed = point.CrossingCount - _crossings;
        if (_reads < 0 || !device.IsConnected || point.GunVersion != _guns || device.ReadCount < _reads || crossed < 0)
        {
            _wasLow = false;
            Begin(device, point);
        }
        else if (crossed >= Runners)
        {
            // None at all is silence, which has a rule of its own.
            var reads = (double)(device.ReadCount - _reads);
            if (reads > 0)
            {
                Take(device, point, reads / crossed);
            }

            Begin(device, point);
        }

        return _found;
    }

    private void Take(DeviceSample device, PointSample point, double value)
    {
        if (_windows >= BaselineWindows && value < _usual * Under && value < FewReads)
        {
            _found ??= _wasLow ? $"{device.Name} makes {value:0.0} reads of a runner at {point.Name}; it made {_usual:0.0}." : null;
            _wasLow = true; // what is usual stays as it was
            return;
        }

        (_wasLow, _found) = (false, value >= _usual * Again ? null : _found);
        if (_found is null)
        {
            _usual = _windows == 0 ? value : (_usual * 0.8) + (value * 0.2);
            _windows++;
        }
    }

    private void Begin(DeviceSample device, PointSample point) =>
        (_reads, _crossings, _guns) = (device.ReadCount, point.CrossingCount, point.GunVersion);
}
