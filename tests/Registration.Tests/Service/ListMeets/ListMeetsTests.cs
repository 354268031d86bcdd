using RaceSystem.Registration.Core;
using RaceSystem.Registration.V1;

namespace RaceSystem.Registration.Tests.Service.ListMeets;

public sealed class ListMeetsTests(RegistrationHosts hosts)
{
    [Theory]
    [ClassData(typeof(Stores))]
    public async Task Pages_of_any_size_list_every_meet_once_in_the_order_of_ids(Store store)
    {
        var mine = new List<string>();
        Desk desk;
        do
        {
            desk = await hosts.OpenAsync(store);
            await desk.ApplySampleAsync();
            mine.Add(desk.MeetId);
        }
        while (mine.Count < 5);

        foreach (var pageSize in (int[])[1, 2, 1_000])
        {
            // Other tests make meets meanwhile: only those of this test are sure to be there.
            var ids = (await ListAsync(desk, pageSize)).Select(meet => meet.MeetId).ToList();
            Assert.Equal(ids.Order(StringComparer.Ordinal).Distinct(), ids);
            Assert.Superset(mine.ToHashSet(), ids.ToHashSet());
        }
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task A_page_of_large_meets_ends_before_it_is_too_large_for_a_message(Store store)
    {
        var mine = new List<string>();
        Desk desk;
        do
        {
            desk = await hosts.OpenAsync(store);
            await desk.ApplyAsync(LargeMeet(desk));
            mine.Add(desk.MeetId);
        }
        while (mine.Count < 4);

        var listed = await ListAsync(desk, 1_000);
        Assert.Superset(mine.ToHashSet(), listed.Select(meet => meet.MeetId).ToHashSet());
    }

    [Theory]
    [InlineData(-1, "", "PAGE_SIZE_INVALID")]
    [InlineData(1_001, "", "PAGE_SIZE_INVALID")]
    [InlineData(1, "nonsense", "PAGE_TOKEN_INVALID")]
    public async Task A_wrong_page_is_refused(int pageSize, string token, string reason)
    {
        var desk = await hosts.OpenAsync(Store.Sqlite);
        Assert.Equal(reason, (await Desk.RefusedAsync(() => desk.Client.ListMeetsAsync(new() { PageSize = pageSize, PageToken = token }).ResponseAsync)).Reason);
    }

    private static async Task<List<Meet>> ListAsync(Desk desk, int pageSize)
    {
        var meets = new List<Meet>();
        var token = "";
        do
        {
            var page = await desk.Client.ListMeetsAsync(new() { PageSize = pageSize, PageToken = token }, cancellationToken: Desk.Cancellation);
            Assert.InRange(page.Meets.Count, token.Length == 0 ? 0 : 1, pageSize);
            meets.AddRange(page.Meets);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return meets;
    }

    /// <summary>About 1.8 MB: three of them do not fit into one message of 4 MB.</summary>
    private static Meet LargeMeet(Desk desk)
    {
        var meet = desk.SampleMeet();
        meet.Races.Clear();
        for (var i = 0; i < 40; i++)
        {
            var race = Desk.SampleRace($"r{i}");
            race.Divisions.Clear();
            race.Divisions.AddRange(Enumerable.Range(0, 200).Select(j => new Division { DivisionId = $"d{j}", DisplayName = new('x', 200), MinAge = 1, MaxAge = 9 }));
            meet.Races.Add(race);
        }

        return meet;
    }
}
