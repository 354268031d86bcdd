using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.ImportEntries;
using RaceSystem.Registration.Core.Meets;
using RaceSystem.Testing;

namespace RaceSystem.Registration.Tests.Core.ImportEntries;

public sealed class EntryImportTests
{
    private const int Rounds = 3_000;

    private static readonly MeetCatalog Meet = Sample.Catalog;

    [Fact]
    public void Exactly_the_rows_that_have_to_be_left_out_are_reported_and_left_out()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < Rounds; i++)
        {
            var (rows, existing) = Next(random);
            var outcome = Run(rows, existing, skipInvalid: true);
            var bad = ImportOracle.LinesToLeaveOut(rows, existing, cascade: true);
            Assert.Equal(bad.Order(), outcome.Problems.Select(problem => problem.Line).Distinct().Order());
            Assert.Equal(bad.Count, outcome.InvalidCount);
            Assert.Equal(rows.Count, outcome.Created.Count + outcome.Updated.Count + outcome.UnchangedCount + outcome.InvalidCount);
            var taken = rows.Where(row => !bad.Contains(row.Line)).Select(row => row.Draft.EntryId);
            Assert.Superset(outcome.Created.Concat(outcome.Updated).Select(entry => entry.EntryId).ToHashSet(), taken.ToHashSet());
        }
    }

    [Fact]
    public void After_any_import_ids_bibs_and_chips_are_unique_in_the_meet()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < Rounds; i++)
        {
            var (rows, existing) = Next(random);
            var state = Apply(existing, Run(rows, existing, skipInvalid: random.Next(2) == 0));
            Assert.Equal(state.Count, state.DistinctBy(entry => entry.EntryId).Count());
            var bibs = state.Select(entry => entry.Bib).Where(bib => bib.Length > 0).ToList();
            Assert.Equal(bibs.Count, bibs.Distinct().Count());
            var chips = state.SelectMany(entry => entry.Chips).ToList();
            Assert.Equal(chips.Count, chips.Distinct().Count());
        }
    }

    [Fact]
    public void Without_skipping_one_bad_row_keeps_everything_out_and_all_bad_rows_are_reported()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < Rounds; i++)
        {
            var (rows, existing) = Next(random);
            var outcome = Run(rows, existing, skipInvalid: false);
            var bad = ImportOracle.LinesToLeaveOut(rows, existing, cascade: false);
            Assert.Equal(bad.Order(), outcome.Problems.Select(problem => problem.Line).Distinct().Order());
            if (bad.Count > 0)
            {
                Assert.Empty(outcome.Created);
                Assert.Empty(outcome.Updated);
                Assert.Equal(0, outcome.UnchangedCount);
            }
        }
    }

    [Fact]
    public void The_order_of_rows_and_entries_does_not_change_what_is_written()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < Rounds; i++)
        {
            var (rows, existing) = Next(random);
            var straight = Apply(existing, Run(rows, existing, skipInvalid: true));
            var (shuffledRows, shuffledExisting) = (rows.ToArray(), existing.ToArray());
            random.Shuffle(shuffledRows);
            random.Shuffle(shuffledExisting);
            var shuffled = Apply(existing, Run(shuffledRows, shuffledExisting, skipInvalid: true));
            Assert.Equal(straight.OrderBy(entry => entry.EntryId), shuffled.OrderBy(entry => entry.EntryId));
        }
    }

    [Fact]
    public void The_same_rows_again_change_nothing()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < Rounds; i++)
        {
            var (rows, existing) = Next(random);
            var outcome = Run(rows, existing, skipInvalid: false);
            if (outcome.InvalidCount == 0)
            {
                var again = Run(rows, Apply(existing, outcome), skipInvalid: false);
                Assert.Equal(rows.Count, again.UnchangedCount);
            }
        }
    }

    [Fact]
    public void A_duplicate_is_reported_on_both_lines_and_each_names_the_other()
    {
        var outcome = Run([(7, Sample.Entry("e1", "42")), (9, Sample.Entry("e2", "42")), (12, Sample.Entry("e3", "42"))], [], skipInvalid: true);
        Assert.Equal([7, 9, 12], outcome.Problems.Select(problem => problem.Line));
        Assert.All(outcome.Problems, problem => Assert.Equal((Reasons.DuplicateBib, "bib"), (problem.Reason, problem.Field)));
        Assert.Contains("line 9", outcome.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("line 7", outcome.Problems[1].Message, StringComparison.Ordinal);
        Assert.Contains("line 7", outcome.Problems[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_wrong_in_itself_still_shows_whom_its_bib_collides_with()
    {
        var outcome = Run([(1, Sample.Entry("e1", "42") with { BirthDate = "x" }), (2, Sample.Entry("e2", "42"))], [], skipInvalid: false);
        Assert.Equal([(1, Reasons.BirthDateInvalid), (1, Reasons.DuplicateBib), (2, Reasons.DuplicateBib)], outcome.Problems.Select(problem => (problem.Line, problem.Reason)));
    }

    [Fact]
    public void Two_runners_may_swap_bibs_and_chips()
    {
        Entry[] existing = [Sample.Read(Sample.Entry("e1", "1", "A")), Sample.Read(Sample.Entry("e2", "2", "B"))];
        var outcome = Run([(1, Sample.Entry("e1", "2", "B")), (2, Sample.Entry("e2", "1", "A"))], existing, skipInvalid: false);
        Assert.Equal(2, outcome.Updated.Count);
    }

    [Fact]
    public void A_bib_that_a_left_out_row_would_have_freed_stays_taken()
    {
        Entry[] existing = [Sample.Read(Sample.Entry("e1", "1"))];
        var outcome = Run([(1, Sample.Entry("e1", "2") with { RaceId = "ultra" }), (2, Sample.Entry("e2", "1"))], existing, skipInvalid: true);
        Assert.Equal(2, outcome.InvalidCount);
        Assert.Contains("line 1 is left out", outcome.Problems[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_thousand_problems_by_line_are_kept_however_they_come()
    {
        var rows = Enumerable.Range(1, 20_000).Reverse().Select(line => (line, Sample.Entry($"e{line}") with { RaceId = "ultra" })).ToList();
        var outcome = Run(rows, [], skipInvalid: true);
        Assert.Equal(20_000, outcome.InvalidCount);
        Assert.Equal(Enumerable.Range(1, 1_000), outcome.Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void A_row_without_an_entry_is_a_bad_row()
    {
        var import = new EntryImport(Meet, skipInvalid: true);
        import.AddEmpty(3);
        Assert.Equal((3, Reasons.EntryMissing), import.Complete().Problems.Select(problem => (problem.Line, problem.Reason)).Single());
    }

    private static ImportOutcome Run(IEnumerable<(int Line, EntryDraft Draft)> rows, IEnumerable<Entry> existing, bool skipInvalid)
    {
        var import = new EntryImport(Meet, skipInvalid);
        foreach (var (line, draft) in rows)
        {
            import.Add(line, draft);
        }

        foreach (var entry in existing)
        {
            import.ShowExisting(entry);
        }

        return import.Complete();
    }

    private static List<Entry> Apply(IEnumerable<Entry> existing, ImportOutcome outcome) =>
        [.. existing.ExceptBy(outcome.Updated.Select(entry => entry.EntryId), entry => entry.EntryId), .. outcome.Updated, .. outcome.Created];

    /// <summary>Rows and valid existing entries over few ids, bibs and chips, so that they collide in every way.</summary>
    private static (List<(int Line, EntryDraft Draft)> Rows, List<Entry> Existing) Next(Random random)
    {
        var rows = Enumerable.Range(1, random.Next(0, 7)).Select(line => (line, NextDraft(random, $"e{random.Next(9)}"))).ToList();
        var existing = new List<Entry>();
        for (var i = 0; i < random.Next(0, 7); i++)
        {
            var entry = Sample.Read(NextDraft(random, $"e{i}") with { RaceId = "marathon" });
            if (existing.TrueForAll(other => (other.Bib.Length == 0 || other.Bib != entry.Bib) && !other.Chips.Intersect(entry.Chips).Any()))
            {
                existing.Add(entry);
            }
        }

        return (rows, existing);
    }

    private static EntryDraft NextDraft(Random random, string entryId) =>
        Sample.Entry(entryId, random.Next(4) == 0 ? "" : $"{random.Next(9)}", [.. Enumerable.Range(0, random.Next(3)).Select(_ => $"C{random.Next(12)}").Distinct()])
            with { RaceId = random.Next(10) == 0 ? "ultra" : "marathon" };
}
