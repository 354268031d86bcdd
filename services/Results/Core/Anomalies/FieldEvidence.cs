using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Manual;
using RaceSystem.Results.Core.Passings;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>
/// What the detectors look at: the standings of a meet's races with everything that was read or recorded, used or not.
/// Immutable; safe to share between threads.
/// </summary>
public sealed class FieldEvidence
{
    private readonly Lazy<ChipWearers> _wearers;

    internal FieldEvidence() => _wearers = new Lazy<ChipWearers>(() => new ChipWearers(this));

    /// <summary>Races by id.</summary>
    public required IReadOnlyList<RaceStandings> Races { get; init; }

    /// <summary>All entries as decisions left them, withdrawn ones too.</summary>
    public required IReadOnlyList<Entry> Entries { get; init; }

    /// <summary>Decisions that stand.</summary>
    public IReadOnlyList<Adjudication> Adjudications { get; init; } = [];

    /// <summary>The same field as if nothing had been decided; null: nothing was.</summary>
    public FieldEvidence? Undecided { get; init; }

    internal PassingPicture Passings { get; init; } = PassingPicture.Empty;

    internal IReadOnlyDictionary<string, Dictionary<int, ManualTime[]>> Manual { get; init; } = new Dictionary<string, Dictionary<int, ManualTime[]>>();

    /// <summary>Guns in microseconds by race and wave.</summary>
    internal IReadOnlyDictionary<(string RaceId, string WaveId), long> Guns { get; init; } = new Dictionary<(string RaceId, string WaveId), long>();

    internal IReadOnlyDictionary<(string RaceId, string Bib), ResultStatus> Declarations { get; init; } = new Dictionary<(string RaceId, string Bib), ResultStatus>();

    /// <summary>Who wears which chip.</summary>
    internal ChipWearers Wearers => _wearers.Value;

    /// <summary>Passings of all chips of an entry, in order of time.</summary>
    internal List<(long Time, string Point, string Chip)> PassingsOf(Entry entry)
    {
        var passings = new List<(long Time, string Point, string Chip)>();
        foreach (var chip in entry.Chips)
        {
            foreach (var (time, point) in Passings.Of(chip))
            {
                passings.Add((time, Passings.Points[point], chip));
            }
        }

        passings.Sort((a, b) => a.Time != b.Time ? a.Time.CompareTo(b.Time) : string.CompareOrdinal(a.Point + a.Chip, b.Point + b.Chip));
        return passings;
    }

    /// <summary>When a chip passed a timing point, from a moment on.</summary>
    internal List<long> TimesAt(string chip, string pointId, long from)
    {
        var times = new List<long>();
        foreach (var (time, point) in Passings.Of(chip))
        {
            if (time >= from && Passings.Points[point] == pointId)
            {
                times.Add(time);
            }
        }

        return times;
    }
}
