using RaceSystem.Kernel;
using RaceSystem.Racectl.RaceFiles;
using RaceSystem.Racectl.Replay;
using RaceSystem.Registration.V1;

namespace RaceSystem.Racectl.Tests.Replay;

/// <summary>What a perfect timing system makes of planned crossings: written from the rules, without a line of the product's scoring.</summary>
internal sealed class IdealScoring
{
    private readonly RaceFile _file;
    private readonly ReplayBasis _basis;

    public IdealScoring(RaceFile file, ReplayBasis basis, SplitBasis splits)
    {
        (_file, _basis) = (file, basis);
        Crossings = new CrossingPlanner(file, basis, splits).Plan();
        var noPlace = file.HasPlaces ? file.Rows.Where(row => row.PlaceOverall is null).Select(row => row.Number).ToHashSet() : [];
        Ranked = [.. Enumerable.Range(0, file.Rows.Count).Where(i => Official(i) is not null && !noPlace.Contains(file.Rows[i].Number)).OrderBy(i => Official(i))];
    }

    public RunnerCrossings[] Crossings { get; }

    /// <summary>Indexes of the ranked rows, best first.</summary>
    public int[] Ranked { get; }

    public long? Gun(int i) => Crossings[i].Finish;

    public long? Net(int i) => Crossings[i].Finish - Crossings[i].Start;

    public long? Official(int i) => _basis switch
    {
        ReplayBasis.Gun => Gun(i),
        ReplayBasis.Net => Net(i),
        _ => Net(i) ?? Gun(i),
    };

    public static long? Shown(long? micros) => micros is { } value ? new Elapsed(value).CeilingSeconds() : null;

    /// <summary>Every cell that differs from the file, as text.</summary>
    public IEnumerable<string> Differences()
    {
        var sexes = new Group();
        var divisions = new Group();
        var all = new Group();
        var ranks = DivisionPlan.Of(_file).ToDictionary(division => division.DivisionId, division => division.RankedBySex, StringComparer.Ordinal);
        foreach (var i in Ranked)
        {
            var row = _file.Rows[i];
            var time = Official(i)!.Value;
            var place = all.Next("", time);
            var bySex = row.Sex == Sex.Unspecified ? null : sexes.Next($"{row.Sex}", time);
            var byDivision = row.Sex == Sex.Unspecified || row.Division.Length == 0
                ? null
                : divisions.Next(ranks[row.Division] ? $"{row.Division} {row.Sex}" : row.Division, time);
            foreach (var (name, want, got) in new (string, long?, long?)[]
            {
                ("time", row.Official, Shown(time)), ("place", row.PlaceOverall, place), ("sex", row.PlaceBySex, bySex), ("division", row.PlaceByDivision, byDivision),
            })
            {
                if (want is not null && want != got)
                {
                    yield return $"line {row.Line} {name}: {want} published, {got} comes out";
                }
            }
        }
    }

    private sealed class Group
    {
        private readonly Dictionary<string, (int Count, int Place, long Time)> _last = new(StringComparer.Ordinal);

        public int? Next(string key, long time)
        {
            var (count, place, last) = _last.GetValueOrDefault(key);
            place = count > 0 && last == time ? place : count + 1;
            _last[key] = (count + 1, place, time);
            return place;
        }
    }
}
