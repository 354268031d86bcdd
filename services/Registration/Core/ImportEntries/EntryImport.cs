using RaceSystem.Kernel;
using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Core.ImportEntries;

/// <summary>
/// Decides what an import of many rows does to the entries of a meet: first every row is added, then every entry that
/// the meet has is shown, then the outcome is asked for. A pure function of the rows, in their order, and the set of
/// entries. Every row that is wrong is reported, and no row that is reported is written: of rows that claim the same id,
/// bib or chip none is taken, because nobody knows which one is right.
/// </summary>
public sealed class EntryImport(MeetCatalog meet, bool skipInvalid)
{
    private static readonly Entry Nothing = new("", "", "", [], "", new("", "", Sex.Unspecified, null, 0, "", ""), "", EntryStatus.Unspecified);

    private readonly List<ImportRow> _rows = [];
    private readonly ProblemList _problems = new();
    private readonly ClaimTable _ids = new("entry_id", Reasons.DuplicateEntry, "entry");
    private readonly ClaimTable _bibs = new("bib", Reasons.DuplicateBib, "bib");
    private readonly ClaimTable _chips = new("chips", Reasons.DuplicateChip, "chip");
    private int _existingCount;

    /// <summary>Takes one row.</summary>
    public void Add(int line, EntryDraft draft)
    {
        var violations = new Violations();
        var row = new ImportRow(line, EntryReading.Read(draft, meet, violations));
        var index = _rows.Count;
        _rows.Add(row);
        foreach (var violation in violations.Kept)
        {
            Refuse(row, violation.Field, violation.Reason, violation.Message);
        }

        Claim(_ids, row.Entry.EntryId, index);
        if (row.Entry.Bib.Length > 0)
        {
            Claim(_bibs, row.Entry.Bib, index);
        }

        for (var i = 0; i < row.Entry.Chips.Count; i++)
        {
            Claim(_chips, row.Entry.Chips[i], index);
        }
    }

    /// <summary>Takes a row that holds no entry.</summary>
    public void AddEmpty(int line)
    {
        var row = new ImportRow(line, Nothing);
        _rows.Add(row);
        Refuse(row, "entry", Reasons.EntryMissing, "is missing on this row.");
    }

    /// <summary>Shows an entry that the meet has.</summary>
    public void ShowExisting(Entry existing)
    {
        _existingCount++;
        if (_ids.HolderOf(existing.EntryId) is { } index)
        {
            var row = _rows[index];
            row.Replaced = (existing.Bib, existing.Chips);
            row.IsUnchanged = row.Entry == existing;
            if (existing.Visibility == Visibility.Erased)
            {
                Refuse(row, _ids.Field, Reasons.EntryErased, $"entry '{existing.EntryId}' was erased and stays so; leave the row out.");
            }
        }
        else
        {
            foreach (var (claims, value, claimant) in ClaimantsOf(existing.Bib, existing.Chips))
            {
                Refuse(_rows[claimant], claims.Field, claims.Reason, claims.BelongsTo(value, existing.EntryId));
            }
        }
    }

    /// <exception cref="RefusalException">The meet would hold too many entries; reason <c>MEET_FULL</c>.</exception>
    public ImportOutcome Complete()
    {
        if (skipInvalid)
        {
            KeepWhatIsLeftOut();
        }

        var invalid = _rows.Count(row => !row.IsValid);
        var nothing = invalid > 0 && !skipInvalid;
        var taken = nothing ? [] : _rows.Where(row => row.IsValid).ToList();
        var created = taken.Where(row => row.Replaced is null).Select(row => row.Entry).ToList();
        if (_existingCount + created.Count > MeetLimits.Entries)
        {
            throw new RefusalException(RefusalKind.ResourceExhausted, Reasons.MeetFull, $"Meet '{meet.Meet.MeetId}' would hold {_existingCount + created.Count} entries; at most {MeetLimits.Entries}.");
        }

        return new(
            created,
            [.. taken.Where(row => row is { Replaced: not null, IsUnchanged: false }).Select(row => row.Entry)],
            taken.Count(row => row is { Replaced: not null, IsUnchanged: true }),
            invalid,
            _problems.First());
    }

    private void Claim(ClaimTable claims, string value, int index)
    {
        if (claims.Claim(value, index) is not { } holder)
        {
            return;
        }

        Refuse(_rows[index], claims.Field, claims.Reason, claims.AlsoOn(value, _rows[holder].Line));
        if (claims.MarkContested(value))
        {
            Refuse(_rows[holder], claims.Field, claims.Reason, claims.AlsoOn(value, _rows[index].Line));
        }
    }

    /// <summary>A row that is left out leaves the entry that it would have replaced as it was, with its bib and chips: rows
    /// that wanted those are left out too, and so on until nothing moves.</summary>
    private void KeepWhatIsLeftOut()
    {
        var leftOut = new Queue<ImportRow>(_rows.Where(row => !row.IsValid));
        while (leftOut.TryDequeue(out var row))
        {
            if (row.Replaced is not { } kept)
            {
                continue;
            }

            foreach (var (claims, value, claimant) in ClaimantsOf(kept.Bib, kept.Chips))
            {
                var other = _rows[claimant];
                if (other.IsValid)
                {
                    Refuse(other, claims.Field, claims.Reason, claims.StaysWith(value, row.Entry.EntryId, row.Line));
                    leftOut.Enqueue(other);
                }
            }
        }
    }

    private IEnumerable<(ClaimTable Claims, string Value, int Row)> ClaimantsOf(string bib, ValueList<string> chips)
    {
        if (bib.Length > 0 && _bibs.HolderOf(bib) is { } bibHolder)
        {
            yield return (_bibs, bib, bibHolder);
        }

        for (var i = 0; i < chips.Count; i++)
        {
            if (_chips.HolderOf(chips[i]) is { } chipHolder)
            {
                yield return (_chips, chips[i], chipHolder);
            }
        }
    }

    private void Refuse(ImportRow row, string field, string reason, string message)
    {
        row.IsValid = false;
        _problems.Add(new(row.Line, field, reason, message));
    }
}
