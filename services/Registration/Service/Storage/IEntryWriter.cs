using RaceSystem.Platform.Changelog;
using RaceSystem.Registration.Core.Entries;

namespace RaceSystem.Registration.Service.Storage;

/// <summary>
/// Writes entries in bulk, the way each database does it best: EF Core's change tracking takes too long and too much
/// memory for the 48,000 entries of one import. Safe to use from several threads.
/// </summary>
internal interface IEntryWriter
{
    /// <summary>
    /// Takes entries out and puts entries in, inside a commit of the meet's log. What is replaced comes out first, all of
    /// it, so that two runners may swap bibs or chips.
    /// </summary>
    Task WriteAsync(ChangelogTransaction transaction, IReadOnlyList<Entry> replaced, IReadOnlyList<Entry> created, CancellationToken cancellationToken);
}
