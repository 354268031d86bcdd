using System.Collections.Frozen;

namespace RaceSystem.Registration.Core.Meets;

/// <summary>A race with its waves and divisions ready to be looked up. Immutable and safe to share between threads.</summary>
public sealed class RaceCatalog
{
    private readonly FrozenSet<string> _waves;
    private readonly FrozenSet<string> _divisions;

    public RaceCatalog(Race race)
    {
        Race = race;
        _waves = race.Waves.Select(wave => wave.WaveId).ToFrozenSet(StringComparer.Ordinal);
        _divisions = race.Divisions.Where(division => !division.Additional).Select(division => division.DivisionId).ToFrozenSet(StringComparer.Ordinal);
    }

    public Race Race { get; }

    public bool HasWave(string waveId) => _waves.Contains(waveId);

    /// <summary>Whether a runner's own division may be this one; additional lists are nobody's own.</summary>
    public bool HasDivision(string divisionId) => _divisions.Contains(divisionId);

    /// <summary>The first division that takes a runner; empty: none does.</summary>
    public string DivisionOf(DivisionFacts runner)
    {
        foreach (var division in Race.Divisions)
        {
            if (!division.Additional && division.Takes(runner))
            {
                return division.DivisionId;
            }
        }

        return "";
    }
}
