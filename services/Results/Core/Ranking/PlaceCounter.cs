using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Ranking;

/// <summary>Counts places in all groups at once while runners go by in order. Shared places count: 1, 2, 2, 4.</summary>
internal sealed class PlaceCounter
{
    private Group[] _groups = [];
    private TieRule _ties;

    /// <summary>Starts a new count.</summary>
    public void Begin(RankGroups groups)
    {
        if (_groups.Length < groups.Count)
        {
            _groups = new Group[groups.Count];
        }

        Array.Clear(_groups, 0, groups.Count);
        _ties = groups.Ties;
    }

    /// <summary>Nobody after this shares a place with anybody before.</summary>
    public void Separate()
    {
        for (var i = 0; i < _groups.Length; i++)
        {
            _groups[i].Place = 0;
        }
    }

    /// <summary>What two runners must have in common to share a place.</summary>
    public long KeyOf(long micros) => _ties == TieRule.SharedByOfficialTime ? new Elapsed(micros).CeilingSeconds() : micros;

    /// <summary>Place of the next runner in a group.</summary>
    public int Next(int group, long key)
    {
        ref var state = ref _groups[group];
        state.Count++;
        if (_ties == TieRule.ByHiddenTime || state.Place == 0 || state.Key != key)
        {
            state.Place = state.Count;
            state.Key = key;
        }

        return state.Place;
    }

    private record struct Group(int Count, int Place, long Key);
}
