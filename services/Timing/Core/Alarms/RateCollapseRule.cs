namespace RaceSystem.Timing.Core.Alarms;

/// <summary>
/// A device whose share collapsed: of the reads of its point where others stand beside it; otherwise of the reads a passing,
/// when fewer than three are left. Under a quarter of what it was; ends at half of it.
/// </summary>
internal sealed class RateCollapseRule
{
    private const int Passings = 30;
    private const int BaselineWindows = 3;
    private const double Under = 0.25;
    private const double Again = 0.5;
    private const double FewReads = 3;

    private long _reads = -1;
    private long _all;
    private long _passings;
    private int _windows;
    private bool _alone;
    private double _usual;
    private string? _found;

    internal string? Judge(DeviceSample device, PointSample point, IReadOnlyList<DeviceSample> neighbours)
    {
        var alone = neighbours.Count(other => other.IsInUse) <= 1;
        if (_reads < 0 || !device.IsInUse || alone != _alone || device.ReadCount < _reads || point.PassingCount < _passings)
        {
            (_windows, _alone, _found) = (0, alone, null);
            Begin(device, point);
            return null;
        }

        if (point.PassingCount - _passings < Passings)
        {
            return _found;
        }

        var reads = (double)(device.ReadCount - _reads);
        var others = point.ReadCount - _all;
        Take(device, point, alone ? reads / (point.PassingCount - _passings) : others == 0 ? 0 : reads / others);
        Begin(device, point);
        return _found;
    }

    private void Take(DeviceSample device, PointSample point, double value)
    {
        var isLow = value < _usual * Under && (!_alone || value < FewReads);
        if (_windows >= BaselineWindows && isLow)
        {
            _found ??= _alone
                ? $"{device.Name} makes {value:0.0} reads of a passing; it was {_usual:0.0}."
                : $"{device.Name} makes {value:P0} of the reads at {point.Name}; it was {_usual:P0}.";
            return; // what is usual stays as it was
        }

        _found = value >= _usual * Again ? null : _found;
        if (_found is null)
        {
            _usual = _windows == 0 ? value : (_usual * 0.8) + (value * 0.2);
            _windows++;
        }
    }

    private void Begin(DeviceSample device, PointSample point) =>
        (_reads, _all, _passings) = (device.ReadCount, point.ReadCount, point.PassingCount);
}
