using RaceSystem.Registration.V1;
using RaceSystem.Results.Certification.People;
using RaceSystem.Results.Records;
using RaceSystem.Testing;
using Attribute = RaceSystem.Registration.V1.Attribute;

namespace RaceSystem.Results.Tests.Certification.People;

public sealed class PersonDataTests
{
    private static readonly string[] Texts = ["", "", "Ri, Myong Hui", "리명희", "O\"Brien\\ \u0001", "ኃይሌ", "\U0001F3C3"];

    [Fact]
    public void A_person_taken_out_of_an_entry_comes_back_whole()
    {
        var seed = Seed.Next();
        for (var i = 0; i < 1_000; i++)
        {
            var random = new Random(unchecked(seed + i));
            var entry = Entry(random);
            var stripped = entry.Clone();
            PersonData.Strip(stripped, new MeetConditions());
            Assert.Empty(stripped.Outcomes.Met);
            stripped.Outcomes = null;

            PersonData.Restore(stripped, PersonData.Of(entry));

            Assert.True(entry.Equals(stripped), $"entry {i} of seed {seed}: {entry} became {stripped}");
        }
    }

    private static EntryRecord Entry(Random random)
    {
        string Text() => Texts[random.Next(Texts.Length)];
        var entry = new EntryRecord { EntryId = "e-1", RaceId = "race", Bib = "1", DisplayName = Text(), Club = Text(), Country = Text(), Team = Text(), Sex = (Sex)random.Next(4), Age = random.Next(90) };
        for (var i = random.Next(3); i > 0; i--)
        {
            entry.Attributes.Add(new Attribute { Key = "key" + i, Value = Text() });
            entry.RelayRunners.Add(new RelayRunner { DisplayName = Text(), Sex = (Sex)random.Next(4), Age = random.Next(90) });
        }

        return entry;
    }
}
