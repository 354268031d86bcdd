namespace RaceSystem.Timing.Core.Alarms;

/// <summary>
/// A point that reads, but only a part of the runners who are due: of every forty who should have come, half did not. Ends
/// when three of four come again.
/// </summary>
internal sealed class MissedRunnersRule
{
    private const int Sample = 40;

    private long _arrived = -1;
    private long _overdue;
    private string? _found;

    internal string? Judge(PointSample point)
    {
        if (_arrived < 0)
        {
            (_arrived, _overdue) = (point.ArrivedCount, point.Due.Overdue);
        }

        var arrived = point.ArrivedCount - _arrived;
        var missed = Math.Max(0, point.Due.Overdue - _overdue);
        if (arrived < 0)
        {
            _arrived = -1;
        }
        else if (arrived + missed >= Sample)
        {
            var share = (double)missed / (arrived + missed);
            _found = share >= 0.5 ? $"{point.Name} reads {arrived} of the last {arrived + missed} runners who were due." : share <= 0.25 ? null : _found;
            (_arrived, _overdue) = (point.ArrivedCount, point.Due.Overdue);
        }

        return _found;
    }
}
