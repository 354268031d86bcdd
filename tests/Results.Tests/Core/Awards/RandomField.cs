using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Tests.Core.Awards;

/// <summary>A small race in which everything that decides awards, teams and records is drawn: equal times are common, facts are missing.</summary>
internal sealed class RandomField(Random random)
{
    private static readonly string[] Countries = ["", "PRK", "KEN", "ETH"];
    private static readonly string[] Names = ["", "Alpha", "Beta", "Gamma"];

    public RaceStandings Standings()
    {
        var race = Race();
        var field = new Field(race).Gun(0, "a").Gun(20, "b");
        var runners = random.Next(20) == 0 ? 90 : random.Next(0, 25);
        for (var i = 0; i < runners; i++)
        {
            AddRunner(field, i.ToString(CultureInfo.InvariantCulture));
        }

        return field.Standings();
    }

    private void AddRunner(Field field, string bib)
    {
        field.Scoring.SetEntry(Field.EntryOf(bib) with
        {
            WaveId = Pick("a", "b"),
            Sex = (Sex)random.Next(4),
            Age = random.Next(4) == 0 ? 0 : random.Next(18, 70),
            Country = Pick(Countries),
            Club = Pick(Names),
            Team = Pick(Names),
            Attributes = random.Next(3) == 0 ? [new("prize", Pick("no", "yes"))] : [],
            DivisionId = random.Next(9) == 0 ? "wheels" : "",
        });
        var start = Grid(1, 6);
        if (random.Next(6) > 0)
        {
            field.Passes("C" + bib, "start", start);
        }

        if (random.Next(8) > 0)
        {
            field.Passes("C" + bib, "mid", start + Grid(25, 32));
        }

        if (random.Next(8) > 0)
        {
            field.Passes("C" + bib, "finish", start + Grid(60, 70));
        }

        if (random.Next(10) == 0)
        {
            field.Scoring.Declare(Field.RaceId, bib, Pick(ResultStatus.Dns, ResultStatus.Dsq, ResultStatus.Dnf, ResultStatus.NotClassified));
        }

        if (random.Next(10) == 0)
        {
            field.Scoring.SetAdjudication(Field.RaceId, "p" + bib, new Adjudication("p" + bib, Field.RaceId, bib, new Penalty(Elapsed.FromSeconds(20), ""), Field.At(9_000)));
        }
    }

    private RaceDefinition Race() => Field.Race(("start", "start", 0), ("mid", "mid", 5_000), ("finish", "finish", 10_000)) with
    {
        WaveIds = ["a", "b"],
        Profile = (RuleProfile)random.Next(4),
        EliteWaveIds = ["a"],
        Ties = (TieRule)random.Next(3),
        Resolution = (TimeResolution)random.Next(2),
        Divisions =
        [
            new("wheels", Sex.Unknown, 0, 0, random.Next(2) == 0) { Separate = true },
            new("M40", Sex.Male, 40, 49, false),
            new("open", Sex.Unknown, 1, 39, random.Next(2) == 0),
            new("PRK", Sex.Unknown, 0, 0, random.Next(2) == 0) { Additional = true, Person = new(["PRK"]) },
            new("W", Sex.Female, 0, 0, false) { Additional = true },
        ],
        Awards = [.. Enumerable.Range(0, random.Next(1, 6)).Select(Award)],
        Teams = [.. Enumerable.Range(0, random.Next(1, 4)).Select(Team)],
        Records = [.. Enumerable.Range(0, 4).Select(Record)],
        ExchangeSplitIds = random.Next(2) == 0 ? ["mid"] : [],
        AgeGradeTables = 2020,
    };

    private AwardRule Award(int number) => new()
    {
        AwardId = $"award-{number}",
        Depth = random.Next(1, 5),
        Basis = (AwardBasis)random.Next(3),
        Sex = (Sex)(random.Next(2) * random.Next(3)),
        EachDivision = random.Next(3) == 0,
        DivisionIds = random.Next(3) == 0 ? [Pick("wheels", "M40", "open", "PRK", "W"), "M40"] : [],
        Person = new(random.Next(4) == 0 ? ["KEN", "PRK"] : [], attributes: random.Next(3) == 0 ? [new AttributeCondition("prize", ["no"], Negated: true)] : []),
        Exclusive = random.Next(2) == 0,
    };

    private TeamRule Team(int number) => new()
    {
        TeamRuleId = $"team-{number}",
        Key = (TeamKey)random.Next(4),
        AttributeKey = "prize",
        Sex = (Sex)(random.Next(2) * random.Next(3)),
        Scorers = random.Next(1, 4),
        Displacers = random.Next(3),
        Score = (TeamScore)random.Next(2),
        MaxTeams = random.Next(1, 4),
    };

    private StandingRecord Record(int number) => new()
    {
        RecordId = $"record-{number}",
        Sex = (Sex)random.Next(3),
        DivisionId = Pick("", "", "M40", "PRK", "wheels"),
        Country = Pick(Countries),
        Time = Elapsed.FromSeconds(random.Next(60, 66) * 20),
    };

    /// <summary>Seconds on a coarse grid, a few with a rest that is hidden in a whole second.</summary>
    private double Grid(int from, int to) => (random.Next(from, to) * 20) + (random.Next(3) * 0.4);

    private T Pick<T>(params T[] values) => values[random.Next(values.Length)];
}
