using RaceSystem.Registration.Core.Entries;

namespace RaceSystem.Registration.Core.ImportEntries;

/// <summary>What an import comes to. When rows are invalid and are not to be skipped, nothing is created or updated.</summary>
/// <param name="Created">Entries to write that are new.</param>
/// <param name="Updated">Entries to write in place of those with the same ids.</param>
/// <param name="UnchangedCount">Rows whose entries are there as given.</param>
/// <param name="InvalidCount">Rows with a problem. Every one of them is named in the problems while those fit.</param>
/// <param name="Problems">The first problems in line order.</param>
public sealed record ImportOutcome(
    IReadOnlyList<Entry> Created,
    IReadOnlyList<Entry> Updated,
    int UnchangedCount,
    int InvalidCount,
    IReadOnlyList<RowProblem> Problems);
