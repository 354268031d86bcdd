using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.GetNationTable;

public sealed class GetNationTableTests(ResultsHost host)
{
    [Fact]
    public async Task Nations_are_ordered_by_their_places()
    {
        var meet = await host.NewMeet().Planned()
            .Entered("1", country: "KEN").Passed("1", "finish", 8_000)
            .Entered("2", country: "PRK").Passed("2", "finish", 8_100)
            .Entered("3", Sex.Female, country: "PRK").Passed("3", "finish", 9_000)
            .Entered("4", country: "PRK")
            .Entered("5", country: "").Passed("5", "half", 4_000)
            .Gun().StandsAsync();

        var nations = (await meet.Client.GetNationTableAsync(new GetNationTableRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId })).Nations;

        Assert.Equal([("PRK", 3, 2, 2, 1, 1), ("KEN", 1, 1, 1, 1, 0), ("", 1, 1, 0, 0, 0)], nations.Select(nation => (nation.Country, nation.EntryCount, nation.StartedCount, nation.FinishedCount, nation.FirstPlaces, nation.SecondPlaces)));
        Assert.Equal(("2", "3"), (nations[0].BestMan.Bib, nations[0].BestWoman.Bib));
        Assert.Null(nations[1].BestWoman);
    }
}
