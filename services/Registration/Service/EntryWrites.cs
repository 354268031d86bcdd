using Google.Protobuf;
using RaceSystem.Platform.Changelog;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.Meets;
using RaceSystem.Registration.Service.Storage;
using RaceSystem.Registration.Service.Wire;

namespace RaceSystem.Registration.Service;

/// <summary>Writes entries and what others may know of them, inside one commit.</summary>
internal sealed class EntryWrites(IEntryWriter writer)
{
    public async Task WriteAsync(ChangelogTransaction transaction, MeetCatalog meet, IReadOnlyList<Entry> replaced, IReadOnlyList<Entry> created, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(transaction, replaced, created, cancellationToken);
        foreach (var entry in replaced.Concat(created))
        {
            transaction.Append(RecordKeys.Entry(entry.EntryId), EntryWire.ToRecord(EntryFacts.Of(entry, meet)).ToByteArray());
        }
    }

    /// <summary>Reads one entry and refuses it when anything is wrong with it, in itself or beside the others.</summary>
    public static async Task<Entry> ReadAsync(RegistrationContext context, MeetCatalog meet, EntryDraft draft, CancellationToken cancellationToken)
    {
        var violations = new Violations();
        var entry = EntryReading.Read(draft, meet, violations);
        var meetId = meet.Meet.MeetId;
        if (entry.Bib.Length > 0 && await context.FindBibHolderAsync(meetId, entry.Bib, entry.EntryId, cancellationToken) is { } bibHolder)
        {
            violations.Add("bib", Reasons.DuplicateBib, $"bib '{entry.Bib}' belongs to entry '{bibHolder}'; give another, or free that one first.");
        }

        if (entry.Chips.Count > 0)
        {
            foreach (var (chip, holder) in await context.FindChipHoldersAsync(meetId, entry.Chips, entry.EntryId, cancellationToken))
            {
                violations.Add("chips", Reasons.DuplicateChip, $"chip '{chip}' belongs to entry '{holder}'; give another, or free that one first.");
            }
        }

        violations.Refuse("entry.");
        return entry;
    }
}
