using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;

namespace RaceSystem.Simulation.Tests.Results;

/// <summary>
/// Decisions of every kind on the runners of a random meet: contradicting ones, at equal times, on bibs that nobody or
/// several wear, in races where the bib is not entered, replaced and revoked.
/// </summary>
internal sealed class RandomDecisions
{
    private static readonly string[] Splits = ["start", "s0", "s1", "finish", "nowhere"];
    private readonly Random _random;
    private readonly RandomMeet _meet;
    private readonly int _runners;
    private readonly Dictionary<(string RaceId, string Id), Adjudication?> _latest = [];
    private readonly List<KeyedRecord> _records = [];

    public RandomDecisions(Random random, RandomMeet meet, int runners)
    {
        (_random, _meet, _runners) = (random, meet, runners);
        var count = random.Next(Math.Min(2 * runners, 40) + 2);
        for (var i = 0; i < count; i++)
        {
            var (raceId, id) = (meet.RaceIds[random.Next(meet.RaceIds.Count)], "d" + random.Next(100).ToString(CultureInfo.InvariantCulture));
            for (var value = random.Next(3); value >= 0; value--)
            {
                var standing = random.Next(4) == 0 ? null : Decide(raceId, id);
                _latest[(raceId, id)] = standing;
                _records.Add(new KeyedRecord($"adjudication/{raceId}/{id}", scoring => scoring.SetAdjudication(raceId, id, standing)));
            }
        }
    }

    /// <summary>The records, the values of each key in their order.</summary>
    public IReadOnlyList<KeyedRecord> Records => _records;

    /// <summary>The decisions that stand in the end, in the order in which they count.</summary>
    public IReadOnlyList<Adjudication> Standing =>
    [
        .. _latest.Values.OfType<Adjudication>().OrderBy(adjudication => adjudication.DecideTime)
            .ThenBy(adjudication => adjudication.AdjudicationId, StringComparer.Ordinal).ThenBy(adjudication => adjudication.RaceId, StringComparer.Ordinal),
    ];

    private Adjudication Decide(string raceId, string id)
    {
        var decision = Decision();
        var bib = decision is FinishOrder or AnomalyDismissal ? "" : _meet.AnyBib();
        return new Adjudication(id, raceId, bib, decision, new Instant(_meet.AnyTime().Micros + (_random.Next(3) * 1_000_000_000L)));
    }

    private Decision Decision() => _random.Next(17) switch
    {
        0 => new Disqualification("TR 6.3"),
        1 => new NotClassification(),
        2 => new Reinstatement(),
        3 => new Penalty(Shift(1, 4), "12"),
        4 => new TimeAdjustment(Shift(-3, 4), _random.Next(2) == 0 ? "" : Split()),
        5 or 6 => new CrossingOverride(Split(), _random.Next(3) == 0 ? null : _meet.AnyTime()),
        7 => new StartWithWave(_random.Next(2) == 0 ? "a" : "b"),
        8 => new StartOffset(Shift(-5, 5)),
        9 => new StartTime(_meet.AnyTime()),
        10 => new ChipDecision("C" + _random.Next(_runners).ToString(CultureInfo.InvariantCulture), _random.Next(2) == 0),
        11 => new BibSwap(_meet.AnyBib()),
        12 => new RaceMove(_meet.RaceIds[_random.Next(_meet.RaceIds.Count)], _random.Next(2) == 0 ? "" : "b"),
        13 => new AnomalyDismissal("swap-1"),
        _ => new FinishOrder([.. Enumerable.Range(0, _random.Next(2, 60)).Select(_ => _meet.AnyBib()).Distinct()]),
    };

    private string Split() => Splits[_random.Next(Splits.Length)];

    private Elapsed Shift(int from, int to) => new((_random.Next(from, to) * 7_000_000L) + 300_000);
}
