using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Sheets;

namespace RaceSystem.Results.Publishing.Facts;

/// <summary>How many of a race did what.</summary>
internal sealed record FieldCounts
{
    public int Entered { get; init; }

    /// <summary>See <see cref="ResultStatuses.HasStarted"/>.</summary>
    public int Started { get; init; }

    public int Finished { get; init; }

    public int OnCourse { get; init; }

    public int Dnf { get; init; }

    public int Dns { get; init; }

    public int Dsq { get; init; }

    public int OverTimeLimit { get; init; }

    public int NotClassified { get; init; }

    /// <summary>Nothing was read of them and nobody declared that they did not start.</summary>
    public int NotSeen { get; init; }

    public static FieldCounts Of(IEnumerable<ResultRow> rows)
    {
        var counts = new int[(int)Enum.GetValues<ResultStatus>().Max() + 1];
        foreach (var row in rows)
        {
            counts[(int)row.Status]++;
        }

        var entered = counts.Sum();
        return new FieldCounts
        {
            Entered = entered,
            Started = Enum.GetValues<ResultStatus>().Where(status => status.HasStarted()).Sum(status => counts[(int)status]),
            Finished = counts[(int)ResultStatus.Finished],
            OnCourse = counts[(int)ResultStatus.OnCourse],
            Dnf = counts[(int)ResultStatus.Dnf],
            Dns = counts[(int)ResultStatus.Dns],
            Dsq = counts[(int)ResultStatus.Dsq],
            OverTimeLimit = counts[(int)ResultStatus.OverTimeLimit],
            NotClassified = counts[(int)ResultStatus.NotClassified],
            NotSeen = counts[(int)ResultStatus.Registered],
        };
    }
}
