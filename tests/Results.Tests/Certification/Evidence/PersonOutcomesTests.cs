using System.Globalization;
using System.Text;
using Google.Protobuf;
using RaceSystem.Registration.V1;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Evidence;
using RaceSystem.Results.Certification.People;
using RaceSystem.Results.Core.Awards;
using RaceSystem.Results.Core.Records;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Records;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Certification.Evidence;

/// <summary>What is scored from evidence, which has no persons, is what is scored live from the persons.</summary>
public sealed class PersonOutcomesTests
{
    private const int Meets = 4_000;

    [Fact]
    public void Evidence_gives_the_divisions_places_awards_and_records_of_the_live_standings()
    {
        var seed = Seed.Next();
        var taken = 0;
        for (var i = 0; i < Meets; i++)
        {
            var meet = new ConditionedMeet(new Random(unchecked(seed + i)));
            var (evidence, _) = Collect(meet);
            var (live, scored) = (TextOf(Live(meet)), TextOf(EvidenceFile.Score(new MemoryStream(evidence)).Score()));

            Assert.True(live == scored, $"meet {i} of seed {seed}\nlive\n{live}\nfrom evidence\n{scored}");
            taken += live.Split('\n').Count(line => line.Contains(" in ", StringComparison.Ordinal));
        }

        Assert.True(taken > Meets, $"only {taken} runners had a division");
    }

    [Fact]
    public void Persons_that_are_put_back_for_an_export_change_no_division_place_or_award()
    {
        var seed = Seed.Next();
        for (var i = 0; i < 500; i++)
        {
            var meet = new ConditionedMeet(new Random(unchecked(seed + i)));
            var (evidence, openings) = Collect(meet);
            var known = openings.Where(opening => (opening.EntryId[^1] & 1) == 0).ToDictionary(opening => opening.EntryId, StringComparer.Ordinal);
            void Join(EntryRecord entry, byte[] _)
            {
                if (known.TryGetValue(entry.EntryId, out var opening))
                {
                    PersonData.Restore(entry, opening.Person);
                }
            }

            Assert.Equal(TextOf(Live(meet)), TextOf(EvidenceFile.Score(new MemoryStream(evidence), Join).Score()));
        }
    }

    [Fact]
    public void Without_outcomes_many_meets_would_come_out_otherwise()
    {
        var random = new Random(7);
        var others = Enumerable.Range(0, 100).Select(_ => new ConditionedMeet(random)).Count(meet =>
            TextOf(Live(meet)) != TextOf(EvidenceFile.Score(new MemoryStream(FirstForm.Of(Collect(meet).Evidence))).Score()));

        Assert.InRange(others, 30, 100);
    }

    private static (byte[] Evidence, IReadOnlyList<PersonOpening> Openings) Collect(ConditionedMeet meet)
    {
        var persons = new PersonCommitments([]);
        using var collector = new EvidenceCollector(persons);
        var sequence = 0L;
        foreach (var (owner, key, value) in meet.Records)
        {
            collector.Take(owner, ++sequence, key, value.ToByteArray());
        }

        return (collector.Finish().File, persons.Added);
    }

    private static MeetStandings Live(ConditionedMeet meet)
    {
        var (scoring, registration, timing) = (new MeetScoring(), new RegistrationRecordReader(), new TimingRecordReader());
        foreach (var (owner, _, value) in meet.Records)
        {
            switch (owner)
            {
                case "registration":
                    registration.Read(value.ToByteArray(), scoring);
                    break;
                case "timing":
                    timing.Read(value.ToByteArray(), scoring);
                    break;
                default:
                    ResultsRecordReader.Read(value.ToByteArray(), scoring);
                    break;
            }
        }

        scoring.Rescore();
        return scoring.Snapshot(default);
    }

    private static string TextOf(MeetStandings meet)
    {
        var text = new StringBuilder();
        foreach (var race in ConditionedMeet.RaceIds.Select(raceId => meet.Find(raceId)!))
        {
            text.Append(CultureInfo.InvariantCulture, $"{race.Race.RaceId}\n");
            for (var runner = 0; runner < race.RunnerCount; runner++)
            {
                var division = race.DivisionOf(runner) is { } own ? $" in {own.DivisionId}" : "";
                text.Append(CultureInfo.InvariantCulture, $"{race.EntryOf(runner).EntryId}{division} {race.StatusOf(runner)} {race.OfficialTimeOf(runner, 1)} {race.Visits[0].PlacesOf(runner)} {race.Visits[1].PlacesOf(runner)} {race.Live.PlacesOf(runner)}");
                foreach (var list in Enumerable.Range(0, race.Race.Divisions.Count).Where(i => race.Race.Divisions[i].Additional))
                {
                    text.Append(CultureInfo.InvariantCulture, $" {race.ListAt(list, 1).PlacesOf(runner).ByDivision}");
                }

                text.Append('\n');
            }

            text.AppendJoin('\n', RaceAwards.Of(race).Lists.Select(list =>
                $"{list.Rule.AwardId} {list.DivisionId} {list.Sex}: {string.Join(' ', list.Winners)}; {string.Join(' ', list.PassedOver)}"));
            text.AppendJoin('\n', RaceRecords.Of(race).Outcomes.Select(outcome => string.Join(' ', outcome.Marks)));
        }

        return text.ToString();
    }
}
