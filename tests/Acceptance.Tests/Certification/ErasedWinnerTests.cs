using Grpc.Net.Client;
using RaceSystem.Acceptance.Tests.Systems;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Acceptance.Tests.Certification;

/// <summary>
/// Privacy takes nothing from others: prizes and lists by country, club or attribute stay as they were when a winner's person
/// is erased, live, in the next version, and when the meet's rules are written again.
/// </summary>
public sealed class ErasedWinnerTests(RunningSystems systems)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(SystemShape.AllInOne)]
    [InlineData(SystemShape.SeparateHosts)]
    public async Task Who_wins_by_country_club_or_attribute_stays_when_a_winner_is_erased(SystemShape shape)
    {
        var system = await systems.GetAsync(shape);
        var field = await PublishedField.RunAsync(system, runners: 60);
        using var channel = GrpcChannel.ForAddress(system.Hosts[shape == SystemShape.AllInOne ? "allinone" : "registration"].BaseAddress);
        using var results = field.At(system.Results);
        var desk = new RegistrationService.RegistrationServiceClient(channel);
        await ApplyConditionsAsync(desk, field);
        var winners = await NameAsync(desk, field);
        await Eventually.TrueAsync(async () => (await WinnersAsync(results, field)).Count == 4, Patience);
        var before = await WinnersAsync(results, field);
        Assert.All(before, list => Assert.Contains(field.Bibs[0], list, StringComparison.Ordinal));
        await results.PublishAsync("before");

        await desk.EraseParticipantAsync(new() { MeetId = field.MeetId, EntryId = winners[0].EntryId }, cancellationToken: TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(async () => (await FirstAsync(results, field)).DisplayName == "", Patience);

        Assert.Equal(before, await WinnersAsync(results, field));
        await results.PublishAsync("after");
        await AssertNothingMovedAsync(results, field);

        await RenameAsync(desk, field);
        await results.PublishAsync("renamed");
        Assert.Equal(before, await WinnersAsync(results, field));
        await AssertNothingMovedAsync(results, field);
        await results.RequireChainAsync();
    }

    /// <summary>An award by country, one by an attribute that must not be there, a list of a club and one of a nation.</summary>
    private static async Task ApplyConditionsAsync(RegistrationService.RegistrationServiceClient desk, PublishedField field)
    {
        var meet = await MeetAsync(desk, field);
        var race = meet.Races.Single(race => race.RaceId == field.RaceId);
        race.Divisions.Add(new Division { DivisionId = "home-list", DisplayName = "Home", Countries = { "PRK" }, Additional = true });
        race.Divisions.Add(new Division { DivisionId = "club-list", DisplayName = "Sobaeksu", Clubs = { "Sobaeksu" }, Additional = true });
        race.Awards.Add(new AwardRule { AwardId = "home", DisplayName = "Best of the country", Depth = 3, Countries = { "PRK" } });
        race.Awards.Add(new AwardRule { AwardId = "prize", DisplayName = "Prize money", Depth = 3, Conditions = { new AttributeCondition { Key = "prize", Values = { "no" }, Negated = true } } });
        race.Awards.Add(new AwardRule { AwardId = "lists", DisplayName = "First of each list", Depth = 3, DivisionIds = { "home-list", "club-list" } });
        await desk.ApplyMeetAsync(new() { Meet = meet }, cancellationToken: TestContext.Current.CancellationToken);
    }

    private static async Task RenameAsync(RegistrationService.RegistrationServiceClient desk, PublishedField field)
    {
        var meet = await MeetAsync(desk, field);
        meet.Races.Single(race => race.RaceId == field.RaceId).Awards[0].DisplayName = "First three of the country";
        await desk.ApplyMeetAsync(new() { Meet = meet }, cancellationToken: TestContext.Current.CancellationToken);
    }

    private static async Task<Meet> MeetAsync(RegistrationService.RegistrationServiceClient desk, PublishedField field) =>
        (await desk.GetMeetAsync(new() { MeetId = field.MeetId }, cancellationToken: TestContext.Current.CancellationToken)).Meet;

    /// <summary>Gives the first six finishers a country and a club, and the second an attribute that costs the prize.</summary>
    private static async Task<IReadOnlyList<Entry>> NameAsync(RegistrationService.RegistrationServiceClient desk, PublishedField field)
    {
        var all = await desk.ListEntriesAsync(new() { MeetId = field.MeetId, PageSize = 1_000 }, cancellationToken: TestContext.Current.CancellationToken);
        var entries = field.Bibs.Take(6).Select(bib => all.Entries.Single(entry => entry.Bib == bib)).ToList();
        foreach (var entry in entries)
        {
            (entry.Participant.Country, entry.Participant.Club) = ("PRK", "Sobaeksu");
            if (entry == entries[1])
            {
                entry.Attributes.Add(new Registration.V1.Attribute { Key = "prize", Value = "no" });
            }

            await desk.UpdateEntryAsync(new() { MeetId = field.MeetId, Entry = entry }, cancellationToken: TestContext.Current.CancellationToken);
        }

        return entries;
    }

    /// <summary>Each list of winners, in words, once all three places of each are won.</summary>
    private static async Task<IReadOnlyList<string>> WinnersAsync(PublishingClient results, PublishedField field)
    {
        var awards = await results.Results.GetAwardsAsync(new() { MeetId = field.MeetId, RaceId = field.RaceId }, cancellationToken: TestContext.Current.CancellationToken);
        return [.. awards.Awards.Where(list => list.Winners.Count == 3).Select(list => $"{list.AwardId} {list.DivisionId}: {string.Join(' ', list.Winners.Select(winner => $"{winner.Place} {winner.Standing.Bib}"))}")];
    }

    private static async Task<Standing> FirstAsync(PublishingClient results, PublishedField field) =>
        (await results.Results.GetStandingsAsync(new() { MeetId = field.MeetId, RaceId = field.RaceId, PageSize = 1 }, cancellationToken: TestContext.Current.CancellationToken)).Standings[0];

    /// <summary>Of the last two versions, only what is known of the person differs.</summary>
    private static async Task AssertNothingMovedAsync(PublishingClient results, PublishedField field)
    {
        var diff = await results.Results.DiffClassificationsAsync(new() { MeetId = field.MeetId, RaceId = field.RaceId }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(diff.AwardsCompared);
        Assert.Empty(diff.AwardChanges);
        Assert.DoesNotContain(diff.Changes.SelectMany(change => change.Fields), field => !field.Field.StartsWith("person", StringComparison.Ordinal));
    }
}
