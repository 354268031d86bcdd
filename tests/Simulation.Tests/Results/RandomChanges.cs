using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Scenarios;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Simulation.Tests.Results;

/// <summary>Random things to assume of a random meet, and the records that would really bring them about.</summary>
internal sealed class RandomChanges(RandomMeet meet, Random random)
{
    private static readonly string[] Points = ["stadium", "p1", "p2", "p3"];
    private readonly Dictionary<(string Point, string Chip), long[]> _passings = meet.LatestPassings.ToDictionary();

    /// <summary>A decision under one of a few ids, so that later ones replace and revoke earlier ones.</summary>
    public Adjudication Decision()
    {
        var bib = meet.AnyBib();
        Decision decision = random.Next(10) switch
        {
            0 => new Disqualification("TR 6.3"),
            1 => new NotClassification(),
            2 => new Reinstatement(),
            3 => new Penalty(Elapsed.FromSeconds(random.Next(1, 60)), "x"),
            4 => new TimeAdjustment(Elapsed.FromSeconds(random.Next(-30, 30)), random.Next(2) == 0 ? "" : "s0"),
            5 => new CrossingOverride(random.Next(2) == 0 ? "finish" : "start", random.Next(3) == 0 ? null : meet.AnyTime()),
            6 => new StartTime(meet.AnyTime()),
            7 => new ChipDecision("C" + random.Next(6).ToString(CultureInfo.InvariantCulture), random.Next(2) == 0),
            8 => new BibSwap(meet.AnyBib()),
            _ => new RaceMove(Pick(meet.RaceIds), Pick(["", "a", "b"])),
        };
        return new Adjudication(Id(), Pick(meet.RaceIds), bib, decision, new Instant(random.Next(5)));
    }

    public ScenarioChange Next() => random.Next(9) switch
    {
        0 => new GunChange(Pick(meet.RaceIds), Pick(["a", "b"]), random.Next(4) == 0 ? null : meet.AnyTime()),
        1 => new IgnoredPassings(Pick(Points), Bound(), Bound()),
        2 => new ShiftedPassings(Pick(Points), new Elapsed(random.Next(-40_000_000, 40_000_000)), Bound(), Bound()),
        3 => new RaceChange(meet.AnotherRace(Pick(meet.RaceIds))),
        4 or 5 => new DecisionAdded(Decision()),
        6 => new DecisionRevoked(Pick(meet.RaceIds), Id()),
        7 => new StatusDeclared(Pick(meet.RaceIds), meet.AnyBib(), (ResultStatus)Pick([(int)ResultStatus.None, (int)ResultStatus.Dnf, (int)ResultStatus.Dsq])),
        _ => new EntryChange(meet.AnotherEntry()),
    };

    /// <summary>Brings the change about by records; what a mat read is told anew, chip by chip.</summary>
    public void MakeReal(ScenarioChange change, MeetScoring scoring)
    {
        switch (change)
        {
            case GunChange gun:
                scoring.SetGun(gun.RaceId, gun.WaveId, gun.Time);
                break;
            case RaceChange race:
                scoring.SetRace(race.Race);
                break;
            case DecisionAdded added:
                scoring.SetAdjudication(added.Adjudication.RaceId, added.Adjudication.AdjudicationId, added.Adjudication);
                break;
            case DecisionRevoked revoked:
                scoring.SetAdjudication(revoked.RaceId, revoked.AdjudicationId, null);
                break;
            case StatusDeclared declared:
                scoring.Declare(declared.RaceId, declared.Bib, declared.Status);
                break;
            case EntryChange entry:
                scoring.SetEntry(entry.Entry);
                break;
            case IgnoredPassings ignored:
                Rewrite(scoring, ignored.TimingPointId, times => [.. times.Where(time => !IsIn(time, ignored.From, ignored.To))]);
                break;
            case ShiftedPassings shifted:
                Rewrite(scoring, shifted.TimingPointId, times => [.. times.Select(time => IsIn(time, shifted.From, shifted.To) ? time + shifted.By.Micros : time).Distinct().Order()]);
                break;
            default:
                throw new InvalidOperationException($"Nobody knows how to bring about {change}.");
        }
    }

    private void Rewrite(MeetScoring scoring, string point, Func<long[], long[]> rewrite)
    {
        foreach (var key in _passings.Keys.Where(key => key.Point == point).ToList())
        {
            _passings[key] = rewrite(_passings[key]);
            scoring.SetPassings(key.Point, key.Chip, _passings[key]);
        }
    }

    private static bool IsIn(long time, Instant? from, Instant? to) => time >= (from?.Micros ?? long.MinValue) && time < (to?.Micros ?? long.MaxValue);

    private Instant? Bound() => random.Next(2) == 0 ? null : meet.AnyTime();

    private string Id() => "a" + random.Next(4).ToString(CultureInfo.InvariantCulture);

    private T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
