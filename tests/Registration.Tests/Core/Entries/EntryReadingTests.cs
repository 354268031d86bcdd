using RaceSystem.Kernel;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Attributes;
using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Tests.Core.Entries;

public sealed class EntryReadingTests
{
    public static TheoryData<string, string> WrongEntries => new()
    {
        { "entry_id", Reasons.IdInvalid },
        { "race_id", Reasons.RaceUnknown },
        { "bib", Reasons.BibInvalid },
        { "chips", Reasons.ChipInvalid },
        { "chips[1]", Reasons.ChipInvalid },
        { "chips[2]", Reasons.DuplicateChip },
        { "wave_id", Reasons.WaveUnknown },
        { "division_id", Reasons.DivisionUnknown },
        { "status", Reasons.EnumInvalid },
        { "participant.sex", Reasons.EnumInvalid },
        { "participant.birth_date", Reasons.BirthDateInvalid },
        { "participant.age_on_race_day", Reasons.AgeInvalid },
        { "participant.family_name", Reasons.TextInvalid },
        { "participant.given_name", Reasons.TextInvalid },
        { "participant.country", Reasons.TextInvalid },
        { "participant.club", Reasons.TextInvalid },
        { "attributes", Reasons.AttributeInvalid },
        { "attributes[0].key", Reasons.IdInvalid },
        { "attributes[1].key", Reasons.AttributeInvalid },
        { "attributes[0].value", Reasons.AttributeInvalid },
        { "team", Reasons.TextInvalid },
        { "relay_runners", Reasons.RelayInvalid },
        { "visibility", Reasons.VisibilityInvalid },
    };

    [Theory]
    [MemberData(nameof(WrongEntries))]
    public void A_wrong_entry_is_refused_by_field_and_by_nothing_else(string field, string reason)
    {
        var violations = new Violations();
        EntryReading.Read(Wrong(field), Sample.Catalog, violations);
        var violation = Assert.Single(violations.Kept);
        Assert.Equal((field, reason), (violation.Field, violation.Reason));
        var refusal = Assert.Throws<RefusalException>(() => violations.Refuse("entry."));
        Assert.Equal($"entry.{field}", refusal.Violations[0].Field);
    }

    [Fact]
    public void Everything_that_is_wrong_is_named_at_once()
    {
        var violations = new Violations();
        EntryReading.Read(Sample.Entry("E 1", "a b") with { RaceId = "ultra", BirthDate = "1890-01-01" }, Sample.Catalog, violations);
        Assert.Equal(["entry_id", "race_id", "bib", "participant.birth_date"], violations.Kept.Select(violation => violation.Field));
    }

    [Fact]
    public void A_runner_of_whom_nothing_is_known_but_the_race_is_fine()
    {
        var entry = Sample.Read(new("e1", "half", "", [], "", "", "", Sex.Unspecified, "", 0, "", "", "", EntryStatus.Unspecified));
        Assert.Equal(EntryStatus.Confirmed, entry.Status);
    }

    [Theory]
    [InlineData("PRK")]
    [InlineData("YUGOS")]
    [InlineData("Scotland")]
    [InlineData("prk")]
    [InlineData("??")]
    public void No_runner_is_refused_for_a_country_code(string code)
    {
        var draft = Sample.Entry("e1") with { Country = code };
        Assert.Equal(code, Sample.Read(draft).Participant.Country);
    }

    [Fact]
    public void Texts_lose_the_blanks_around_them_and_chips_become_upper_case()
    {
        var entry = Sample.Read(Sample.Entry("e1", " 42 ", " 05800fa0 ") with { FamilyName = " Kim ", BirthDate = " " });
        Assert.Equal("42", entry.Bib);
        Assert.Equal<ValueList<string>>(["05800FA0"], entry.Chips);
        Assert.Equal("Kim", entry.Participant.FamilyName);
        Assert.Null(entry.Participant.BirthDate);
    }

    [Fact]
    public void Attributes_are_kept_by_key_whatever_their_order() => Assert.Equal(
        Sample.Read(Sample.Entry("e1") with { Attributes = [new("a", "1"), new("b", "2")] }),
        Sample.Read(Sample.Entry("e1") with { Attributes = [new("b", " 2"), new("a", "1")] }));

    [Fact]
    public void A_relay_has_a_runner_for_each_leg_at_most()
    {
        var catalog = new MeetCatalog(Sample.Meet with { Races = [Sample.FullRace("marathon")] });
        var violations = new Violations();
        RelayRunner[] two = [new("Kim", Sex.Female, 20), new("Pak", Sex.Unspecified, 0)];
        Assert.Equal(2, EntryReading.Read(Sample.Entry("e1") with { RelayRunners = two }, catalog, violations).RelayRunners.Count);
        Assert.Equal(0, violations.Count);
        EntryReading.Read(Sample.Entry("e1") with { RelayRunners = [.. two, two[0]] }, catalog, violations);
        Assert.Equal(Reasons.RelayInvalid, Assert.Single(violations.Kept).Reason);
    }

    [Fact]
    public void A_named_division_counts_even_against_sex_and_age() =>
        Assert.Equal("F40", Sample.Read(Sample.Entry("e1") with { DivisionId = "F40" }).DivisionId);

    private static EntryDraft Wrong(string field) => field switch
    {
        "entry_id" => Sample.Entry("E1"),
        "race_id" => Sample.Entry("e1") with { RaceId = "ultra" },
        "bib" => Sample.Entry("e1", "1 2"),
        "chips" => Sample.Entry("e1", "", "a", "b", "c", "d", "e", "f", "g", "h", "i"),
        "chips[1]" => Sample.Entry("e1", "", "a", "b-b"),
        "chips[2]" => Sample.Entry("e1", "", "a", "b", "A"),
        "wave_id" => Sample.Entry("e1") with { WaveId = "w9" },
        "division_id" => Sample.Entry("e1") with { DivisionId = "M41" },
        "status" => Sample.Entry("e1") with { Status = (EntryStatus)9 },
        "participant.sex" => Sample.Entry("e1") with { Sex = (Sex)9 },
        "participant.birth_date" => Sample.Entry("e1") with { BirthDate = "2025-04-07" },
        "participant.age_on_race_day" => Sample.Entry("e1") with { AgeOnRaceDay = 121 },
        "participant.family_name" => Sample.Entry("e1") with { FamilyName = "a\0b" },
        "participant.given_name" => Sample.Entry("e1") with { GivenName = new('x', 101) },
        "participant.country" => Sample.Entry("e1") with { Country = "NORTHKOREA" },
        "participant.club" => Sample.Entry("e1") with { Club = "a\nb" },
        "attributes" => Sample.Entry("e1") with { Attributes = [.. Enumerable.Range(0, 21).Select(i => new AttributeValue($"a{i}", "x"))] },
        "attributes[0].key" => Sample.Entry("e1") with { Attributes = [new("Prize", "no")] },
        "attributes[1].key" => Sample.Entry("e1") with { Attributes = [new("prize", "no"), new("prize", "yes")] },
        "attributes[0].value" => Sample.Entry("e1") with { Attributes = [new("prize", " ")] },
        "team" => Sample.Entry("e1") with { Team = new('x', 101) },
        "relay_runners" => Sample.Entry("e1") with { RelayRunners = [new("Kim", Sex.Female, 20)] },
        "visibility" => Sample.Entry("e1") with { Visibility = Visibility.Erased },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no example"),
    };
}
