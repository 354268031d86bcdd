namespace RaceSystem.Timing.Core.Alarms;

/// <summary>
/// A point that reads, but only a part of the runners: of forty who should have come (they were seen later, or are long due)
/// twice in a row half were not seen. Ends when three of four are seen again.
/// </summary>
internal sealed class MissedRunnersRule
{
    private const int Sample = 40;

    private long _arrived = -1;
    private long _missed;
    private bool _wasLow;
    private string? _found;

    internal string? Judge(PointSample point, bool isSilent)
    {
        var arrived = point.ArrivedCount - _arrived;
        var missed = Math.Max(0, point.MissedCount - _missed);
        if (_arrived < 0 || arrived < 0 || isSilent)
        {
            (_wasLow, _found) = (false, null);
            Begin(point);
        }
        else if (arrived > 0 && arrived + missed >= Sample)
        {
            // None at all is silence, which has a rule of its own.
            Take(point, arrived, missed);
            Begin(point);
        }

        return _found;
    }

    private void Take(PointSample point, long arrived, long missed)
    {
        var share = (double)missed / (arrived + missed);
        if (share >= 0.5)
        {
            _found ??= _wasLow ? $"{point.Name} reads {arrived} of the last {arrived + missed} runners who should have come." : null;
            _wasLow = true;
            return;
        }

        (_wasLow, _found) = (false, share <= 0.25 ? null : _found);
    }

    private void Begin(PointSample point) => (_arrived, _missed) = (point.ArrivedCount, point.MissedCount);
}
