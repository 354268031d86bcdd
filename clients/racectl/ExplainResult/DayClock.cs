using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.CommandLine;

namespace RaceSystem.Racectl.ExplainResult;

/// <summary>Moments in UTC for a table that has to fit a screen: the day is said once where all are of one day.</summary>
internal sealed class DayClock
{
    private readonly DateTime? _day;

    public DayClock(IEnumerable<Timestamp?> moments)
    {
        var days = moments.OfType<Timestamp>().Select(moment => moment.ToDateTime().Date).Distinct().Take(2).ToList();
        _day = days is [var day] ? day : null;
    }

    /// <summary>What to say above the table.</summary>
    public string Title => _day is { } day ? $"Times in UTC, of {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}:" : "Times in UTC:";

    /// <summary>With microseconds; empty for none.</summary>
    public string Text(Timestamp? moment) =>
        moment is not null && _day is not null ? moment.ToDateTime().ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture) : Moments.Text(moment);
}
