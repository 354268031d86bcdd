using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Ranking;

namespace RaceSystem.Results.Core.Scoring;

/// <summary>
/// The runners of a race in the order of their bibs, so that a runner's number breaks ties, with what scoring needs of
/// them in columns. Made anew when somebody joins, leaves or changes the bib.
/// </summary>
internal sealed class Roster
{
    private readonly Dictionary<string, int> _waves = new(StringComparer.Ordinal);
    private readonly List<string> _waveIds;
    private readonly RaceDefinition _race;

    public Roster(RaceDefinition race, BibOrder[] members)
    {
        _race = race;
        _waveIds = race.WaveIds.Count > 0 ? [.. race.WaveIds] : [""];
        for (var i = 0; i < _waveIds.Count; i++)
        {
            _waves.TryAdd(_waveIds[i], i);
        }

        Array.Sort(members);
        Slots = new int[members.Length];
        Entries = new Entry[members.Length];
        Waves = new int[members.Length];
        Chips = new int[members.Length][];
        Profiles = new RuleProfile[members.Length];
        Groups = new RankGroups(members.Length, race);
        for (var i = 0; i < members.Length; i++)
        {
            Slots[i] = members[i].Slot;
            Assign(i, members[i].Entry);
        }
    }

    private Roster(Roster origin, RaceDefinition race, RankGroups groups)
    {
        (_race, _waves, _waveIds) = (race, new(origin._waves, StringComparer.Ordinal), [.. origin._waveIds]);
        (Slots, Entries, Waves, Chips) = ([.. origin.Slots], [.. origin.Entries], [.. origin.Waves], [.. origin.Chips]);
        (Profiles, Groups) = ([.. origin.Profiles], groups);
    }

    /// <summary>The same runners by the rules of another definition of the race, with the same divisions and waves.</summary>
    public Roster With(RaceDefinition race)
    {
        var other = new Roster(this, race, Groups.With(race));
        for (var runner = 0; runner < other.Count; runner++)
        {
            other.Profiles[runner] = race.ProfileOf(_waveIds[Waves[runner]], Groups.Division[runner]);
        }

        return other;
    }

    /// <summary>A roster of its own with the same runners.</summary>
    public Roster Copy() => new(this, _race, Groups.Copy());

    public int Count => Slots.Length;

    /// <summary>Entry slot of each runner.</summary>
    public int[] Slots { get; }

    public Entry[] Entries { get; }

    /// <summary>Index into <see cref="WaveIds"/>.</summary>
    public int[] Waves { get; }

    /// <summary>Numbers of each runner's chips; set by the owner of the chip table.</summary>
    public int[][] Chips { get; }

    /// <summary>Which time ranks each runner; never <see cref="RuleProfile.EliteGun"/>.</summary>
    public RuleProfile[] Profiles { get; }

    public RankGroups Groups { get; }

    /// <summary>Waves of the race, and those that only entries name.</summary>
    public IReadOnlyList<string> WaveIds => _waveIds;

    /// <summary>Takes new facts of a runner whose place in the roster stays.</summary>
    public void Assign(int runner, Entry entry)
    {
        Entries[runner] = entry;
        Waves[runner] = WaveOf(entry.WaveId);
        Groups.Assign(runner, entry);
        Profiles[runner] = _race.ProfileOf(_waveIds[Waves[runner]], Groups.Division[runner]);
    }

    /// <summary>First runner with a bib, or -1. Further ones follow it.</summary>
    public static int FindBib(ReadOnlySpan<Entry> entries, string bib)
    {
        int low = 0, high = entries.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Bib.NaturalOrder(entries[middle].Bib, bib) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < entries.Length && string.Equals(entries[low].Bib, bib, StringComparison.Ordinal) ? low : -1;
    }

    /// <summary>Runners who wear a bib: one, or several while entries arrive; nobody wears the empty one.</summary>
    public IEnumerable<int> WearersOf(string bib)
    {
        for (var i = bib.Length == 0 ? -1 : FindBib(Entries, bib); i >= 0 && i < Count && Entries[i].Bib == bib; i++)
        {
            yield return i;
        }
    }

    private int WaveOf(string waveId)
    {
        if (waveId.Length == 0)
        {
            return 0;
        }

        if (!_waves.TryGetValue(waveId, out var wave))
        {
            wave = _waveIds.Count;
            _waveIds.Add(waveId);
            _waves.Add(waveId, wave);
        }

        return wave;
    }
}
