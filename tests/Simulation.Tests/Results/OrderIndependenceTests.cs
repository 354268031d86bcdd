using RaceSystem.Results.Core.Scoring;
using RaceSystem.Testing;

namespace RaceSystem.Simulation.Tests.Results;

/// <summary>Invariant 3: same records, same standings.</summary>
public sealed class OrderIndependenceTests
{
    private const int Meets = 1000;

    [Fact]
    public void Same_reads_same_result_in_any_order_batching_and_repetition()
    {
        var seed = Seed.Next();
        for (var i = 0; i < Meets; i++)
        {
            var random = new Random(unchecked(seed + i));
            var meet = new RandomMeet(random, decides: true);
            var expected = Standings(meet.Latest, _ => false);

            var pause = random.Next(1, 12);
            var actual = Standings(Shuffled(meet.Records, random), _ => random.Next(pause) == 0);

            Assert.True(expected == actual, $"meet {i} of seed {seed}:\n{expected}\nin another order:\n{actual}");
        }
    }

    [Fact]
    public void A_log_made_anew_and_followed_again_gives_the_same_standings()
    {
        var seed = Seed.Next();
        for (var i = 0; i < Meets / 10; i++)
        {
            var random = new Random(unchecked(seed + i));
            var meet = new RandomMeet(random, decides: true);
            var expected = Standings(meet.Latest, _ => false);
            var scoring = new MeetScoring();
            Apply(scoring, Shuffled(new RandomMeet(new Random(i), decides: true).Records, random), _ => true);
            scoring.ClearRegistration();
            Apply(scoring, [], _ => true);
            scoring.ClearTiming();
            scoring.ClearResults();

            Apply(scoring, Shuffled(meet.Records, random), _ => random.Next(6) == 0);

            Assert.Equal(expected, StandingsText.Of(scoring.Snapshot(default)));
        }
    }

    [Fact]
    public void A_snapshot_never_changes_after_it_was_taken()
    {
        var seed = Seed.Next();
        for (var i = 0; i < Meets / 10; i++)
        {
            var random = new Random(unchecked(seed + i));
            var scoring = new MeetScoring();
            var kept = new List<(RaceSystem.Results.Core.Standings.MeetStandings Snapshot, string Text)>();
            foreach (var record in Shuffled(new RandomMeet(random, decides: true).Records, random))
            {
                record.Apply(scoring);
                if (random.Next(5) == 0)
                {
                    scoring.Rescore();
                    var snapshot = scoring.Snapshot(default);
                    kept.Add((snapshot, StandingsText.Of(snapshot)));
                }
            }

            scoring.Rescore();
            Assert.All(kept, item => Assert.Equal(item.Text, StandingsText.Of(item.Snapshot)));
        }
    }

    private static string Standings(IEnumerable<KeyedRecord> records, Func<KeyedRecord, bool> scoresAfter)
    {
        var scoring = new MeetScoring();
        Apply(scoring, records, scoresAfter);
        return StandingsText.Of(scoring.Snapshot(default));
    }

    private static void Apply(MeetScoring scoring, IEnumerable<KeyedRecord> records, Func<KeyedRecord, bool> scoresAfter)
    {
        foreach (var record in records)
        {
            record.Apply(scoring);
            if (scoresAfter(record))
            {
                scoring.Rescore();
                scoring.Snapshot(default);
            }
        }

        scoring.Rescore();
    }

    /// <summary>Any order in which the values of one key keep theirs; some are said twice.</summary>
    private static List<KeyedRecord> Shuffled(IReadOnlyList<KeyedRecord> records, Random random)
    {
        var waiting = records.GroupBy(record => record.Key, StringComparer.Ordinal).Select(group => new Queue<KeyedRecord>(group)).ToList();
        var order = new List<KeyedRecord>();
        while (waiting.Count > 0)
        {
            var next = random.Next(waiting.Count);
            var record = waiting[next].Peek();
            order.Add(record);
            if (random.Next(4) == 0)
            {
                order.Add(record);
            }

            waiting[next].Dequeue();
            if (waiting[next].Count == 0)
            {
                waiting.RemoveAt(next);
            }
        }

        return order;
    }
}
