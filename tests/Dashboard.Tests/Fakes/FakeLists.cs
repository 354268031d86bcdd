using Google.Protobuf.WellKnownTypes;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Fakes;

/// <summary>What follows from the finish of the reference meet in small: nations, awards, records, teams; and a relay beside it.</summary>
internal static class FakeLists
{
    /// <summary>The marathon under way with all lists, and an anonymous runner of Norway in second place.</summary>
    public static FakeMeet UnderWay()
    {
        var meet = FakeWorld.UnderWay();
        var race = meet.Races[0];
        var hidden = new FakeRunner("77", "Secret, Name", Sex.Male, "NOR", "MSEN", "Tjalve") { IsAnonymous = true };
        (hidden.Passed["start"], hidden.Passed["10k"], hidden.Passed["half"], hidden.Passed["finish"]) = (1, 1_835, 3_910, 7_800);
        race.Runners.Add(hidden);

        var registered = meet.Registered.Races[0];
        registered.Awards.Add(new AwardRule { AwardId = "men", DisplayName = "Men", Depth = 3, Sex = Sex.Male });
        registered.Awards.Add(new AwardRule { AwardId = "age-groups", DisplayName = "Age groups", Depth = 2, EachDivision = true });
        registered.Teams.Add(new TeamRule { TeamRuleId = "nations", DisplayName = "Nations", Key = TeamKey.Country, Scorers = 2, Score = TeamScore.Times });
        registered.Teams.Add(new TeamRule { TeamRuleId = "clubs", DisplayName = "Clubs", Key = TeamKey.Club, Scorers = 2, Displacers = 1, Score = TeamScore.Places });

        var (first, second, leader) = (race.Standings(null)[0], race.Standings(null)[1], race.Standings(new StandingsFilter { Live = true })[2]);
        race.Nations.Add(new NationStanding { Country = "PRK", EntryCount = 1, StartedCount = 1, FinishedCount = 1, FirstPlaces = 1, BestMan = first });
        race.Nations.Add(new NationStanding { Country = "NOR", EntryCount = 1, StartedCount = 1, FinishedCount = 1, SecondPlaces = 1, BestMan = second });
        race.Nations.Add(new NationStanding { Country = "", EntryCount = 2, StartedCount = 1 });
        race.Awards!.Awards.Add(new AwardList { AwardId = "men", DisplayName = "Men", Sex = Sex.Male, Depth = 3, Winners = { Winner(1, first), Winner(2, second) } });
        race.Awards.Awards.Add(new AwardList { AwardId = "age-groups", DisplayName = "Age groups", DivisionId = "M40", Depth = 2, Basis = AwardBasis.Net, PassedOver = { new PassedOver { Bib = "4", AwardId = "men" } } });
        race.Awards.Awards.Add(new AwardList { AwardId = "age-groups", DisplayName = "Age groups", DivisionId = "open", Sex = Sex.NonBinary, Depth = 2 });
        race.Awards.Records.Add(new RecordOutcome
        {
            Record = new StandingRecord { RecordId = "cr", DisplayName = "Course record", Time = Seconds(7_900), Holder = "Doe, Jan", When = "2019" },
            State = RecordState.Broken,
            Marks = { new RecordMark { Standing = first, Time = first.OfficialTime, Breaks = true } },
        });
        race.Teams.Add(new TeamStanding { Name = "PRK", Number = 1, Place = 1, Points = 3, Time = Seconds(15_585), Members = { Member(first, true, 1), Member(second, true, 2) } });
        race.Teams.Add(new TeamStanding { Name = "KEN", Number = 2, Members = { Member(leader, true, 0) } });
        race.Projected.Add(new ProjectedTeams { TeamRuleId = "nations", DisplayName = "Nations", Teams = { new TeamStanding { Name = "KEN", Number = 1, Place = 1, Points = 3, Time = Seconds(15_600), Members = { Member(first, true, 1), Member(leader, true, 2) } } } });
        meet.Registered.Races[1].Relay = new Relay { ExchangeSplitIds = { "5k" } };
        meet.Races[1].Legs.Add(new RelayLegRow
        {
            Standing = new Standing { EntryId = "e-r1", Bib = "R1", DisplayName = "Alpha", Places = new Places() },
            Leg = new RelayLegResult { Number = 1, FromSplitId = "start", ToSplitId = "finish", DistanceM = 10_000, Time = Seconds(1_900), Place = 1 },
        });
        return meet;
    }

    private static AwardWinner Winner(int place, Standing standing) => new() { Place = place, Standing = standing, Time = standing.OfficialTime };

    private static TeamMember Member(Standing standing, bool scores, int place) => new() { Standing = standing, Scores = scores, Place = place, Time = standing.OfficialTime };

    private static Duration Seconds(long seconds) => Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds));
}
