using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;
using RaceSystem.Timing.V1;
using Attribute = RaceSystem.Registration.V1.Attribute;

namespace RaceSystem.Results.Tests.Certification.Evidence;

/// <summary>
/// The logs of a small meet of two races whose divisions, awards and records ask who a runner is in every way there is, with
/// runners who move from one race to the other.
/// </summary>
internal sealed class ConditionedMeet
{
    private const long Gun = 1_743_897_600_000_000;
    private static readonly string[] Races = ["ten", "five"];
    private readonly Random _random;
    private readonly List<(string Owner, string Key, IMessage Value)> _records = [];

    public ConditionedMeet(Random random)
    {
        _random = random;
        var registration = new List<(string Owner, string Key, IMessage Value)> { ("registration", "meet", new RegistrationRecord { Meet = new MeetRecord { MeetId = "m", RaceDay = "2025-04-06", TimeZone = "UTC", RaceIds = { Races } } }) };
        registration.AddRange(Races.Select(race => ("registration", "race/" + race, (IMessage)new RegistrationRecord { Race = Race(race) })));
        var runners = random.Next(1, 16);
        registration.AddRange(Enumerable.Range(0, runners).Select(i => ("registration", $"entry/e{i}", (IMessage)new RegistrationRecord { Entry = Entry(i) })));

        // A race that was changed last stands behind the entries.
        _random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(registration));
        _records.AddRange(registration);
        AddDecisions(runners);
        _records.AddRange(Races.Select(race => ("timing", "gun/" + race, (IMessage)new TimingRecord { GunStart = new GunStart { RaceId = race, WaveId = "w", StartTime = Time(0) } })));
        foreach (var i in Enumerable.Range(0, runners).Where(_ => _random.Next(8) > 0))
        {
            Pass("s", i, _random.Next(5));
            Pass("f", i, 100 + _random.Next(12));
        }
    }

    public static IReadOnlyList<string> RaceIds => Races;

    /// <summary>The records in the order in which evidence has them.</summary>
    public IReadOnlyList<(string Owner, string Key, IMessage Value)> Records => _records;

    private static Timestamp Time(long seconds) => new Instant(Gun + (seconds * 7_000_000)).ToDateTimeOffset().ToTimestamp();

    private void Pass(string point, int runner, long at) => _records.Add(("timing", $"passings/{point}/C{runner}", new TimingRecord
    {
        Passings = new ChipPassings { TimingPointId = point, Chip = $"C{runner}", Passings = { new Passing { TimeUs = Gun + (at * 7_000_000) } } },
    }));

    private void AddDecisions(int runners)
    {
        for (var i = _random.Next(5); i > 0; i--)
        {
            var (race, bib) = (Pick(Races), $"{_random.Next(runners) + 1}");
            var decision = new Adjudication { AdjudicationId = $"d{i}", RaceId = race, Bib = bib, Note = "n", DecidedBy = "r", DecideTime = Time(i) };
            switch (_random.Next(4))
            {
                case 0:
                    decision.Disqualification = new Disqualification { RuleNumber = "1" };
                    break;
                case 1:
                    decision.BibSwap = new BibSwap { OtherBib = $"{_random.Next(runners) + 1}" };
                    break;
                default:
                    decision.RaceMove = new RaceMove { ToRaceId = Races.First(other => other != race) };
                    break;
            }

            _records.Add(("results", $"adjudication/{race}/d{i}", new ResultsRecord { Adjudication = decision }));
        }
    }

    private Race Race(string id)
    {
        var race = new Race
        {
            RaceId = id,
            Waves = { new Wave { WaveId = "w" } },
            Rules = new RankingRules { Profile = Pick(RuleProfile.WorldAthletics, RuleProfile.Net, RuleProfile.EliteGun), Ties = (TieRule)_random.Next(4) },
            Course = new Course { Visits = { new CourseVisit { SplitId = "start", TimingPointId = "s", Kind = CourseVisitKind.Start }, new CourseVisit { SplitId = "finish", TimingPointId = "f", DistanceM = 2_000, Kind = CourseVisitKind.Finish } } },
        };
        for (var i = _random.Next(5); i > 0; i--)
        {
            race.Divisions.Add(Division($"{(_random.Next(2) == 0 ? "" : id)}d{i}"));
        }

        race.Rules.EliteDivisionIds.AddRange(race.Divisions.Where(_ => _random.Next(4) == 0).Select(division => division.DivisionId));
        for (var i = _random.Next(4); i > 0; i--)
        {
            race.Awards.Add(Award($"a{i}", race));
        }

        race.Records.Add(new StandingRecord { RecordId = "r", Country = Pick("", "PRK", "KEN"), Time = Duration.FromTimeSpan(TimeSpan.FromSeconds(735)) });
        return race;
    }

    private Division Division(string id)
    {
        var division = new Division { DivisionId = id, Sex = Pick(Sex.Unspecified, Sex.Unspecified, Sex.Female), RankedBySex = Maybe(), Additional = Maybe(), Separate = _random.Next(4) == 0 };
        (division.MinAge, division.MaxAge) = _random.Next(3) == 0 ? (30, 60) : (0, 0);
        division.Countries.AddRange(_random.Next(4) == 0 ? [Pick("PRK", "KEN")] : []);
        division.Clubs.AddRange(_random.Next(4) == 0 ? ["Taedong", "Lauf & Läuferinnen"] : []);
        division.Attribute = _random.Next(2) == 0 ? Condition() : null;
        return division;
    }

    private AwardRule Award(string id, Race race)
    {
        var award = new AwardRule { AwardId = id, Depth = _random.Next(1, 4), Basis = (AwardBasis)_random.Next(3), Sex = Pick(Sex.Unspecified, Sex.Male), EachDivision = Maybe(), Exclusive = Maybe() };
        award.DivisionIds.AddRange(award.EachDivision ? [] : race.Divisions.Where(_ => Maybe()).Select(division => division.DivisionId));
        award.Countries.AddRange(_random.Next(3) == 0 ? ["PRK", "ETH"] : []);
        award.Conditions.AddRange(Enumerable.Range(0, _random.Next(3)).Select(_ => Condition()));
        return award;
    }

    private AttributeCondition Condition()
    {
        var condition = new AttributeCondition { Key = Pick("category", "prize"), Negated = Maybe() };
        condition.Values.AddRange(Maybe() ? ["yes"] : []);
        return condition;
    }

    private EntryRecord Entry(int i)
    {
        var entry = new EntryRecord
        {
            EntryId = $"e{i}",
            RaceId = Pick(Races),
            Bib = $"{i + 1}",
            Chips = { $"C{i}" },
            WaveId = "w",
            DisplayName = $"Runner {i}",
            Sex = (Sex)_random.Next(4),
            Age = _random.Next(3) == 0 ? 0 : _random.Next(20, 70),
            Country = Pick("", "PRK", "KEN", "ETH"),
            Club = Pick("", "Taedong", "Lauf & Läuferinnen"),
            DivisionId = _random.Next(5) == 0 ? "d1" : "",
            Visibility = Pick(Visibility.Public, Visibility.Public, Visibility.Anonymous),
        };
        entry.Attributes.AddRange(from key in new[] { "category", "prize" } where Maybe() select new Attribute { Key = key, Value = Pick("yes", "no") });
        return entry;
    }

    private bool Maybe() => _random.Next(2) == 0;

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];
}
