using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Ranking;

/// <summary>Counts places in all groups at once while runners go by in order. Shared places count: 1, 2, 2, 4.</summary>
internal sealed class PlaceCounter
{
    private SharedPlaces<long>[] _groups = [];
    private TieRule _ties;
    private TimeResolution _resolution;
    private long _shown;
    private long _shownAfter;

    /// <summary>Starts a new count.</summary>
    public void Begin(RankGroups groups)
    {
        if (_groups.Length < groups.Count)
        {
            _groups = new SharedPlaces<long>[groups.Count];
        }

        Array.Clear(_groups, 0, groups.Count);
        _ties = groups.Ties;
        _resolution = groups.Resolution;
        (_shownAfter, _shown) = (0, 0);
    }

    /// <summary>Nobody after this shares a place with anybody before.</summary>
    public void Separate()
    {
        for (var i = 0; i < _groups.Length; i++)
        {
            _groups[i].Separate();
        }
    }

    /// <summary>Places of the next runner, who may be one that shares no place with anybody.</summary>
    public Places Next(RunnerGroups groups, long micros, bool apart)
    {
        if (!apart)
        {
            return Next(groups, micros);
        }

        Close(groups);
        var places = Next(groups, micros);
        Close(groups);
        return places;
    }

    /// <summary>Places of the next runner in all groups; <paramref name="micros"/> is the time that ranks it.</summary>
    public Places Next(RunnerGroups groups, long micros)
    {
        if (_ties == TieRule.ByHiddenTime)
        {
            return new Places(groups.IsSeparate ? 0 : _groups[0].Next(), Count(groups.Sex), Count(groups.Division));
        }

        var key = _ties == TieRule.SharedByOfficialTime ? Shown(micros) : micros;
        return new Places(groups.IsSeparate ? 0 : _groups[0].Next(key), Share(groups.Sex, key), Share(groups.Division, key));
    }

    /// <summary>The time as shown. Most runners share it with the one before, and a division costs more than all the rest.</summary>
    private long Shown(long micros)
    {
        if (micros <= _shownAfter || micros > _shown)
        {
            _shown = _resolution.Shown(new Elapsed(micros)).Micros;
            _shownAfter = _shown - _resolution.Unit().Micros;
        }

        return _shown;
    }

    /// <summary>The next one in the runner's groups shares no place with the last one there.</summary>
    private void Close(RunnerGroups groups)
    {
        if (!groups.IsSeparate)
        {
            _groups[0].Separate();
            _groups[groups.Sex].Separate();
        }

        if (groups.Division > 0)
        {
            _groups[groups.Division].Separate();
        }
    }

    private int Count(int group) => group > 0 ? _groups[group].Next() : 0;

    private int Share(int group, long key) => group > 0 ? _groups[group].Next(key) : 0;
}
