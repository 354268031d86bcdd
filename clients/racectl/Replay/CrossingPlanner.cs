using RaceSystem.Kernel;
using RaceSystem.Racectl.RaceFiles;

namespace RaceSystem.Racectl.Replay;

/// <summary>Turns the published times of a file into crossings from which the same times come out again.</summary>
internal sealed class CrossingPlanner(RaceFile file, ReplayBasis basis, SplitBasis splits)
{
    /// <summary>One for each row of the file.</summary>
    public RunnerCrossings[] Plan()
    {
        var finishes = HiddenTimes.Assign([.. file.Rows.Select(row => OfficialTime(row) is { } time && row.Status == RaceFileStatus.Finished
            ? new PublishedTime(time, row.PlaceOverall)
            : (PublishedTime?)null)]);
        var passages = file.Splits.Select((_, split) => HiddenTimes.Assign([.. file.Rows.Select(row => IsOnCourse(row) && row.Splits[split] is { } time
            ? new PublishedTime(time, row.SplitPlaces[split])
            : (PublishedTime?)null)])).ToArray();
        return [.. file.Rows.Select((row, i) => Runner(row, finishes[i], [.. passages.Select(passage => passage[i])]))];
    }

    /// <summary>The time the runner is ranked by, in whole seconds.</summary>
    public long? OfficialTime(RaceFileRow row) =>
        row.Official ?? (basis == ReplayBasis.Gun ? row.Gun : row.Net ?? (basis == ReplayBasis.NetElseGun ? row.Gun : null));

    private RunnerCrossings Runner(RaceFileRow row, long? finish, long?[] passages)
    {
        var start = StartOf(row) * Instant.MicrosPerSecond;
        var countsFromGun = basis == ReplayBasis.Gun || (basis == ReplayBasis.NetElseGun && start is null);
        var splitZero = splits == SplitBasis.Net ? start ?? 0 : 0;
        return new RunnerCrossings(start, [.. passages.Select(passage => splitZero + passage)], countsFromGun ? finish : start + finish);
    }

    /// <summary>
    /// Whole seconds from gun to start line. Whole, because then gun and net time have the same hidden fraction, and
    /// rounding up gives both published values.
    /// </summary>
    private long? StartOf(RaceFileRow row)
    {
        if (!IsOnCourse(row) || WasNotReadAtStart(row))
        {
            return null;
        }

        var (gun, net) = basis == ReplayBasis.Gun ? (OfficialTime(row), row.Net) : (row.Gun, OfficialTime(row) ?? row.Net);
        return Math.Max(0, (gun - net) ?? row.StartOffset ?? 0);
    }

    private bool WasNotReadAtStart(RaceFileRow row) =>
        basis != ReplayBasis.Net && file.HasStarts && row.Net is null && row.StartOffset is null;

    private static bool IsOnCourse(RaceFileRow row) => row.Status switch
    {
        RaceFileStatus.Finished => true,
        RaceFileStatus.Dnf => row.StartOffset is not null || Array.Exists(row.Splits, split => split is not null),
        _ => false,
    };
}
