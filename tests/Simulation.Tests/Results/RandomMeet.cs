using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Manual;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Simulation.Tests.Results;

/// <summary>
/// The records of a small meet with everything that goes wrong in one: shared mats, warm-up crossings, missing guns,
/// starts and splits, chips that move, entries that change race, bib or division, declarations taken back, equal times.
/// Each key has one to three values; the last one counts.
/// </summary>
internal sealed class RandomMeet
{
    private const long Second = Instant.MicrosPerSecond;
    private const long Dawn = 1_743_900_000 * Second;
    private static readonly string[] Points = ["stadium", "p1", "p2", "p3"];
    private readonly Random _random;
    private readonly int _runners;
    private readonly List<KeyedRecord> _records = [];
    private readonly Dictionary<(string Point, string Chip), long[]> _passings = [];
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly Dictionary<(string RaceId, string WaveId), Instant> _guns = [];
    private readonly Dictionary<(string RaceId, string Bib), ResultStatus> _declarations = [];
    private readonly string[] _raceIds;

    /// <param name="random">Where chance comes from.</param>
    /// <param name="decides">Adds decisions of every kind, some of them revoked.</param>
    public RandomMeet(Random random, bool decides = false)
    {
        _random = random;
        // Mostly tiny, where everything meets everything; sometimes large enough for the radix sort and the merge.
        _runners = random.Next(30) == 0 ? random.Next(60, 300) : random.Next(1, 14);
        string[] races = _raceIds = _random.Next(3) == 0 ? ["five", "ten"] : ["ten"];
        Several("meet", () => new MeetFacts("m", "Meet", "Asia/Pyongyang", "2025-04-06", races) is var meet ? scoring => scoring.SetMeet(meet) : null!);
        foreach (var race in races)
        {
            Several("race/" + race, () => Race(race) is var value ? scoring => scoring.SetRace(value) : null!);
            foreach (var wave in new[] { "a", "b" }.Where(_ => _random.Next(4) > 0))
            {
                Several($"gun/{race}/{wave}", () => (_guns[(race, wave)] = Time(0, 3)) is var gun ? scoring => scoring.SetGun(race, wave, gun) : null!);
            }
        }

        for (var i = 0; i < _runners; i++)
        {
            AddRunner(i, races);
        }

        foreach (var point in Points.Where(_ => _random.Next(3) == 0))
        {
            Several("point/" + point, () => (Elapsed.FromSeconds(_random.Next(1, 9)), _random.Next(2) == 0) is var (dead, last) ? scoring => scoring.SetTimingPoint(point, dead, last) : null!);
        }

        if (decides)
        {
            Decisions = new RandomDecisions(_random, this, _runners);
            _records.AddRange(Decisions.Records);
        }
    }

    /// <summary>The decisions, if it was asked for some.</summary>
    public RandomDecisions? Decisions { get; }

    /// <summary>The latest registered entry of each id.</summary>
    public IReadOnlyDictionary<string, Entry> LatestEntries => _entries;

    /// <summary>The latest gun of each wave.</summary>
    public IReadOnlyDictionary<(string RaceId, string WaveId), Instant> LatestGuns => _guns;

    /// <summary>The latest declaration on each bib.</summary>
    public IReadOnlyDictionary<(string RaceId, string Bib), ResultStatus> LatestDeclarations => _declarations;

    /// <summary>The records, the values of each key in their order.</summary>
    public IReadOnlyList<KeyedRecord> Records => _records;

    /// <summary>Only the last value of each key, sorted by key.</summary>
    public IEnumerable<KeyedRecord> Latest => _records.GroupBy(record => record.Key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Last());

    /// <summary>The races.</summary>
    public IReadOnlyList<string> RaceIds => _raceIds;

    /// <summary>The latest passings of each chip at each point.</summary>
    public IReadOnlyDictionary<(string Point, string Chip), long[]> LatestPassings => _passings;

    /// <summary>Another definition of a race.</summary>
    public RaceDefinition AnotherRace(string raceId) => Race(raceId);

    /// <summary>Another record of one of the entries.</summary>
    public Entry AnotherEntry() => _random.Next(_runners) is var number ? Entry("e" + number.ToString(CultureInfo.InvariantCulture), number, _raceIds) : null!;

    /// <summary>A bib that somebody may wear.</summary>
    public string AnyBib() => Bib(_random.Next(_runners));

    /// <summary>A moment of the race.</summary>
    public Instant AnyTime() => Time(-2, 60);

    private void AddRunner(int number, string[] races)
    {
        var id = "e" + number.ToString(CultureInfo.InvariantCulture);
        Several("entry/" + id, () => (_entries[id] = Entry(id, number, races)) is var entry ? scoring => scoring.SetEntry(entry) : null!);
        foreach (var point in Points.Where(_ => _random.Next(8) > 0))
        {
            var chip = "C" + number.ToString(CultureInfo.InvariantCulture);
            Several($"passings/{point}/{chip}", () => Passings() is var times ? Noted(point, chip, times) : null!);
        }

        if (_random.Next(3) == 0)
        {
            var (point, bib) = (Pick(Points), Bib(number));
            Several($"manual/{point}/{bib}", () => ManualTimes() is var times ? scoring => scoring.SetManualPassings(point, bib, times) : null!);
        }

        if (_random.Next(5) == 0)
        {
            var race = Pick(races);
            var bib = Bib(number);
            Several($"status/{race}/{bib}", () => (_declarations[(race, bib)] = Status()) is var status ? scoring => scoring.Declare(race, bib, status) : null!);
        }
    }

    private RaceDefinition Race(string id)
    {
        var visits = new List<CourseVisit> { new("start", "Start", "stadium", 0) };
        for (var i = 0; i < _random.Next(1, 4); i++)
        {
            visits.Add(new CourseVisit($"s{i}", $"Split {i}", Pick(Points), (i * 100) + _random.Next(50, 100)));
        }

        visits.Add(new CourseVisit("finish", "Finish", _random.Next(2) == 0 ? "stadium" : "p3", 400));
        return new RaceDefinition
        {
            RaceId = id,
            DisplayName = id,
            Visits = WithGates(visits),
            CutoffBasis = (CutoffBasis)_random.Next(2),
            Divisions = Divisions(),
            WaveIds = ["a", "b"],
            Profile = (RuleProfile)_random.Next(4),
            EliteWaveIds = _random.Next(2) == 0 ? ["a"] : [],
            EliteDivisionIds = _random.Next(3) == 0 ? ["M40"] : [],
            Resolution = (TimeResolution)_random.Next(2),
            Ties = (TieRule)_random.Next(3),
            TimeLimit = _random.Next(3) == 0 ? Elapsed.FromSeconds(_random.Next(100, 400)) : null,
        };
    }

    /// <summary>In one race of two some gates close, each later than the one before.</summary>
    private List<CourseVisit> WithGates(List<CourseVisit> visits)
    {
        if (_random.Next(2) == 0)
        {
            return visits;
        }

        var closes = 0;
        return [.. visits.Select(visit => _random.Next(3) > 0 ? visit : visit with { Cutoff = Elapsed.FromSeconds(closes += _random.Next(1, 200)) })];
    }

    private List<Division> Divisions()
    {
        var divisions = new List<Division>();
        if (_random.Next(3) == 0)
        {
            divisions.Add(new("wheels", Sex.Unknown, 0, 0, _random.Next(2) == 0) { Person = new(attributes: [new("category", ["wheelchair"], false)]), Separate = _random.Next(4) > 0 });
        }

        if (_random.Next(3) == 0)
        {
            divisions.Add(new("guests", Sex.Unknown, 0, 0, false) { Person = new(["KOR"]), Additional = _random.Next(2) == 0 });
        }

        return [.. divisions, new("M40", Sex.Male, 40, 49, false), new("open", Sex.Unknown, 1, 39, _random.Next(2) == 0), new("club", Sex.Unknown, 0, 0, _random.Next(2) == 0)];
    }

    private Entry Entry(string id, int number, string[] races) => new()
    {
        EntryId = id,
        RaceId = Pick(races),
        Bib = Bib(number),
        Chips = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => "C" + _random.Next(_runners).ToString(CultureInfo.InvariantCulture)).Append("C" + number.ToString(CultureInfo.InvariantCulture)).Distinct()],
        WaveId = Pick("", "a", "b"),
        Sex = (Sex)_random.Next(4),
        Age = _random.Next(3) == 0 ? 0 : _random.Next(18, 55),
        DivisionId = Pick("", "", "club", "nowhere"),
        Country = Pick("", "PRK", "KOR"),
        Attributes = _random.Next(4) == 0 ? [KeyValuePair.Create("category", Pick("wheelchair", "guide"))] : [],
        Withdrawn = _random.Next(12) == 0,
    };

    private string Bib(int number) => number % 5 == 4 ? $"F{number}" : _random.Next(10) == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);

    private Action<MeetScoring> Noted(string point, string chip, long[] times)
    {
        _passings[(point, chip)] = times;
        return scoring => scoring.SetPassings(point, chip, times);
    }

    /// <summary>Times on a coarse grid, so that equal ones are common; a few before the gun, a few repeated.</summary>
    private long[] Passings() =>
        [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Time(-2, 60).Micros).Distinct().Order()];

    private ManualTime[] ManualTimes() =>
        [.. Enumerable.Range(0, _random.Next(4)).Select(_ => new ManualTime(Time(-2, 60).Micros, _random.Next(3) * 7 * Second, _random.Next(2) == 0))];

    private Instant Time(int from, int to) => new(Dawn + (_random.Next(from, to) * 7 * Second) + (_random.Next(3) * 300_000));

    private ResultStatus Status() => Pick(ResultStatus.None, ResultStatus.Dns, ResultStatus.Dnf, ResultStatus.Dsq, ResultStatus.NotClassified);

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];

    private void Several(string key, Func<Action<MeetScoring>> make)
    {
        for (var i = _random.Next(3); i >= 0; i--)
        {
            _records.Add(new KeyedRecord(key, make()));
        }
    }
}
