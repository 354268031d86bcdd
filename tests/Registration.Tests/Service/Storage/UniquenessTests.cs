using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Registration.Service.Storage;

namespace RaceSystem.Registration.Tests.Service.Storage;

/// <summary>The rules check first; the database holds what they promise even if they were wrong.</summary>
public sealed class UniquenessTests(RegistrationHosts hosts)
{
    [Theory]
    [ClassData(typeof(Stores))]
    public async Task The_database_refuses_a_second_entry_with_a_bib(Store store)
    {
        var desk = await PreparedAsync(store);
        await RefusesAsync(desk, context => context.Entries.Add(Row(desk, "e2", "1")));
        await TakesAsync(desk, context => context.Entries.AddRange(Row(desk, "e3", null), Row(desk, "e4", null)));
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task The_database_refuses_a_second_wearer_of_a_chip(Store store)
    {
        var desk = await PreparedAsync(store);
        await RefusesAsync(desk, context =>
        {
            context.Entries.Add(Row(desk, "e2", null));
            context.Chips.Add(new() { MeetId = desk.MeetId, EntryId = "e2", Chip = "A", Position = 0 });
        });
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task The_database_refuses_an_entry_without_a_race(Store store)
    {
        var desk = await PreparedAsync(store);
        await RefusesAsync(desk, context => context.Entries.Add(Row(desk, "e2", null, "ultra")));
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task The_migrations_are_those_of_the_model(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await using var context = await OpenAsync(desk);
        Assert.False(context.Database.HasPendingModelChanges());
    }

    private async Task<Desk> PreparedAsync(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        await desk.CreateAsync(Desk.Entry("e1", "1", "A"));
        return desk;
    }

    private static Task<RegistrationContext> OpenAsync(Desk desk) =>
        desk.Host.Services.GetRequiredService<IDbContextFactory<RegistrationContext>>().CreateDbContextAsync(Desk.Cancellation);

    private static async Task TakesAsync(Desk desk, Action<RegistrationContext> change)
    {
        await using var context = await OpenAsync(desk);
        change(context);
        await context.SaveChangesAsync(Desk.Cancellation);
    }

    private static async Task RefusesAsync(Desk desk, Action<RegistrationContext> change) =>
        await Assert.ThrowsAsync<DbUpdateException>(() => TakesAsync(desk, change));

    private static EntryRow Row(Desk desk, string entryId, string? bib, string raceId = "marathon") => new()
    {
        MeetId = desk.MeetId,
        EntryId = entryId,
        RaceId = raceId,
        Bib = bib,
        WaveId = "",
        DivisionId = "",
        FamilyName = "",
        GivenName = "",
        Country = "",
        Club = "",
    };
}
