using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using RaceSystem.Kernel;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Entries;

namespace RaceSystem.Registration.Service.Storage;

/// <summary>Reads entries.</summary>
internal static class EntryQueries
{
    public static async Task<Entry?> FindEntryAsync(this RegistrationContext context, string meetId, string entryId, CancellationToken cancellationToken)
    {
        var row = await WithChips(context.Entries.Where(entry => entry.MeetId == meetId && entry.EntryId == entryId)).SingleOrDefaultAsync(cancellationToken);
        return row is null ? null : ToEntry(row);
    }

    /// <exception cref="RefusalException">There is no such entry; reason <c>ENTRY_UNKNOWN</c>.</exception>
    public static async Task<Entry> RequireEntryAsync(this RegistrationContext context, string meetId, string entryId, string field, CancellationToken cancellationToken) =>
        await context.FindEntryAsync(meetId, Identifier.Require(entryId, field), cancellationToken)
            ?? throw RefusalException.NotFound(Reasons.EntryUnknown, $"Meet '{meetId}' has no entry '{entryId}'.");

    /// <summary>Every entry of the meet, streamed: a meet may hold 250,000.</summary>
    public static IAsyncEnumerable<Entry> AllEntriesAsync(this RegistrationContext context, string meetId) =>
        StreamAsync(context.Entries.Where(entry => entry.MeetId == meetId));

    /// <summary>Every entry of some races, streamed.</summary>
    public static IAsyncEnumerable<Entry> AllEntriesAsync(this RegistrationContext context, string meetId, IReadOnlyList<string> raceIds) =>
        StreamAsync(context.Entries.Where(entry => entry.MeetId == meetId && raceIds.Contains(entry.RaceId)));

    private static async IAsyncEnumerable<Entry> StreamAsync(IQueryable<EntryRow> entries, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in WithChips(entries).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return ToEntry(row);
        }
    }

    /// <summary>Entries after an id, in the order of their ids; of one race or, when it is empty, of all.</summary>
    public static async Task<List<Entry>> EntriesAfterAsync(this RegistrationContext context, string meetId, string raceId, string entryId, int limit, CancellationToken cancellationToken)
    {
        var entries = context.Entries.Where(entry => entry.MeetId == meetId && string.Compare(entry.EntryId, entryId) > 0);
        if (raceId.Length > 0)
        {
            entries = entries.Where(entry => entry.RaceId == raceId);
        }

        var rows = await WithChips(entries.OrderBy(entry => entry.EntryId).Take(limit)).ToListAsync(cancellationToken);
        return [.. rows.Select(ToEntry)];
    }

    public static Task<int> CountEntriesAsync(this RegistrationContext context, string meetId, CancellationToken cancellationToken) =>
        context.Entries.CountAsync(entry => entry.MeetId == meetId, cancellationToken);

    /// <summary>The other entry that has a bib; null: nobody.</summary>
    public static Task<string?> FindBibHolderAsync(this RegistrationContext context, string meetId, string bib, string exceptEntryId, CancellationToken cancellationToken) =>
        context.Entries.Where(entry => entry.MeetId == meetId && entry.Bib == bib && entry.EntryId != exceptEntryId).Select(entry => entry.EntryId).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The other entries that wear any of these chips.</summary>
    public static Task<Dictionary<string, string>> FindChipHoldersAsync(this RegistrationContext context, string meetId, ValueList<string> chips, string exceptEntryId, CancellationToken cancellationToken)
    {
        string[] wanted = [.. chips];
        return context.Chips
            .Where(chip => chip.MeetId == meetId && wanted.Contains(chip.Chip) && chip.EntryId != exceptEntryId)
            .ToDictionaryAsync(chip => chip.Chip, chip => chip.EntryId, StringComparer.Ordinal, cancellationToken);
    }

    private static IQueryable<EntryRow> WithChips(IQueryable<EntryRow> entries) =>
        entries.AsNoTracking().Include(entry => entry.Chips.OrderBy(chip => chip.Position));

    private static Entry ToEntry(EntryRow row) => EntryDetails.Fill(
        PlainEntry(row) with { Team = row.Team, Visibility = row.Visibility, ConditionsMet = ErasedOutcomes.FromBytes(row.Outcomes) },
        row.Details);

    private static Entry PlainEntry(EntryRow row) => new(
        row.EntryId,
        row.RaceId,
        row.Bib ?? "",
        ValueList.From(row.Chips.Select(chip => chip.Chip)),
        row.WaveId,
        new(row.FamilyName, row.GivenName, row.Sex, row.BirthDate, row.AgeOnRaceDay, row.Country, row.Club),
        row.DivisionId,
        row.Status);
}
