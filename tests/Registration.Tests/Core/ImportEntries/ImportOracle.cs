using RaceSystem.Registration.Core.Entries;

namespace RaceSystem.Registration.Tests.Core.ImportEntries;

/// <summary>Which rows an import has to leave out, worked out the slow and obvious way, apart from the code under test.</summary>
internal static class ImportOracle
{
    public static HashSet<int> LinesToLeaveOut(IReadOnlyList<(int Line, EntryDraft Draft)> rows, IReadOnlyList<Entry> existing, bool cascade)
    {
        var bad = rows.Where(row => row.Draft.RaceId != "marathon").Select(row => row.Line).ToHashSet();
        foreach (var (line, draft) in rows)
        {
            if (rows.Any(other => other.Line != line && (other.Draft.EntryId == draft.EntryId || Collide(other.Draft.Bib, other.Draft.Chips, draft))))
            {
                bad.Add(line);
            }
        }

        var kept = existing.Where(entry => rows.All(row => row.Draft.EntryId != entry.EntryId)).ToList();
        while (true)
        {
            var more = rows.Where(row => !bad.Contains(row.Line) && kept.Any(entry => Collide(entry.Bib, entry.Chips, row.Draft))).Select(row => row.Line).ToList();
            bad.UnionWith(more);
            var stay = cascade
                ? existing.Where(entry => !kept.Contains(entry) && rows.Where(row => row.Draft.EntryId == entry.EntryId).All(row => bad.Contains(row.Line))).ToList()
                : [];
            if (more.Count == 0 && stay.Count == 0)
            {
                return bad;
            }

            kept.AddRange(stay);
        }
    }

    private static bool Collide(string bib, IEnumerable<string> chips, EntryDraft draft) =>
        (bib.Length > 0 && bib == draft.Bib) || chips.Intersect(draft.Chips).Any();
}
