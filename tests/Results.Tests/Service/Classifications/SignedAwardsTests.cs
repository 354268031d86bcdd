using System.Text;
using Grpc.Core;
using RaceSystem.Registration.V1;
using RaceSystem.Results.Certification.Verification;
using RaceSystem.Results.V1;
using RaceSystem.Testing;
using Attribute = RaceSystem.Registration.V1.Attribute;

namespace RaceSystem.Results.Tests.Service.Classifications;

/// <summary>
/// Awards and divisions that ask who a runner is, from the live results over the signed version to the erased person: the
/// signed rows and awards are the live ones, and stay when the person goes.
/// </summary>
public sealed class SignedAwardsTests(ResultsHost host)
{
    [Fact]
    public async Task Signed_awards_and_divisions_are_the_live_ones()
    {
        var meet = await RanAsync();
        var live = await meet.Client.GetAwardsAsync(new GetAwardsRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId }, cancellationToken: TestContext.Current.CancellationToken);
        var published = await meet.PublishAsync();

        var document = await meet.DocumentAsync();
        var awards = DocumentVerifier.Verify(new MemoryStream(document), published.Classification.KeyFingerprint).Header.Content.Awards!;

        Assert.Equal(
            live.Awards.Where(list => list.Winners.Count > 0).Select(list => $"{list.AwardId} {list.DivisionId}: {string.Join(' ', list.Winners.Select(winner => $"{winner.Place} {winner.Standing.Bib} {winner.Time.ToTimeSpan().TotalMilliseconds:0}"))}"),
            awards.Select(list => $"{list.AwardId} {list.DivisionId}: {string.Join(' ', list.Winners.Select(winner => $"{winner.Place} {winner.Bib} {winner.TimeMs}"))}"));
        Assert.Equal(["1", "2"], Assert.Single(awards, list => list.AwardId == "korea").Winners.Select(winner => winner.Bib));
        var text = Encoding.UTF8.GetString(document);
        Assert.DoesNotMatch("\"row\":{[^}]*\"bib\":\"1\"[^}]*\"division\"", text);
        Assert.Matches("\"row\":{[^}]*\"bib\":\"3\"[^}]*\"division\":\"unlicensed\"", text);
        Assert.Contains("\"data\":{\"attributes\":[{\"key\":\"licence\",\"value\":\"7\"}],\"country\":\"PRK\",\"name\":\"Runner 1\"}", text, StringComparison.Ordinal);
        await AssertReproducedAsync(meet, document);
    }

    [Fact]
    public async Task Erasing_a_winner_leaves_places_awards_signature_and_reproduction_as_they_were()
    {
        var meet = await RanAsync();
        await meet.PublishAsync();
        var before = await meet.DocumentAsync();

        await meet.Register("entry/e-1", new RegistrationRecord
        {
            Entry = new EntryRecord { EntryId = "e-1", RaceId = SampleMeet.RaceId, Bib = "1", Chips = { "C1" }, WaveId = "first", Sex = Sex.Male, Visibility = Visibility.Erased },
        }).StandsAsync();
        await Eventually.TrueAsync(async () => !Encoding.UTF8.GetString(await meet.DocumentAsync()).Contains("Runner 1", StringComparison.Ordinal));

        var after = await meet.DocumentAsync();
        Assert.Equal(LinesOf(before), LinesOf(after));
        Assert.Equal(1, DocumentVerifier.Verify(new MemoryStream(after), null).HiddenPersons);
        Assert.DoesNotContain("\"key\":\"licence\",\"value\":\"7\"", Encoding.UTF8.GetString(after), StringComparison.Ordinal);
        await AssertReproducedAsync(meet, after);
        Assert.Contains("Best of Korea", await BookAsync(meet, 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_book_of_a_version_has_the_divisions_and_winners_that_were_signed()
    {
        var meet = await RanAsync();
        await meet.PublishAsync();
        var rows = Encoding.UTF8.GetString(await ExportAsync(meet, 1, ExportFormat.Csv)).Split('\n').Select(line => line.Split(',')).ToList();
        var (bib, division, country) = (rows[0].ToList().IndexOf("bib"), rows[0].ToList().IndexOf("division"), rows[0].ToList().FindIndex(name => name.StartsWith("country", StringComparison.Ordinal) || name.StartsWith("nat", StringComparison.Ordinal)));

        Assert.Equal(["1:", "2:", "3:unlicensed", "4:unlicensed"], rows.Skip(1).Where(row => row.Length > 1).Select(row => $"{row[bib]}:{row[division]}"));
        Assert.True(country < 0 || rows[1][country] == "PRK");
        Assert.Equal(rows.Select(row => string.Join(',', row)), Encoding.UTF8.GetString(await ExportAsync(meet, 0, ExportFormat.Csv)).Split('\n'));
    }

    [Fact]
    public async Task The_difference_of_two_versions_tells_awards_and_nationality()
    {
        var meet = await RanAsync();
        await meet.PublishAsync();
        await meet.Entered("2", country: "KEN", also: entry => entry.Attributes.Add(new Attribute { Key = "licence", Value = "8" })).StandsAsync();
        await meet.PublishAsync();

        var diff = await meet.Client.DiffClassificationsAsync(new DiffClassificationsRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(diff.AwardsCompared);
        var korea = Assert.Single(diff.AwardChanges);
        Assert.Equal(("korea", "1 2", "1 4"), (korea.AwardId, string.Join(' ', korea.Before.Select(winner => winner.Bib)), string.Join(' ', korea.After.Select(winner => winner.Bib))));
        var changed = Assert.Single(diff.Changes);
        Assert.Equal(("2", "person person.country"), (changed.Bib, string.Join(' ', changed.Fields.Select(field => field.Field))));
        Assert.Equal(("\"PRK\"", "\"KEN\""), (changed.Fields[1].Before, changed.Fields[1].After));
    }

    private static async Task AssertReproducedAsync(SampleMeet meet, byte[] document)
    {
        var result = Reproduction.Of(new MemoryStream(document), new MemoryStream(await meet.EvidenceAsync()), null);
        Assert.True(result.IsSame, string.Join('\n', result.Differences));
    }

    /// <summary>Two Koreans with a licence win; a Kenyan and a Korean have none and are in the division of those without.</summary>
    private Task<SampleMeet> RanAsync()
    {
        var meet = host.NewMeet().Planned(shape: race =>
        {
            race.Divisions.Add(new Division { DivisionId = "unlicensed", Attribute = new AttributeCondition { Key = "licence", Negated = true } });
            race.Awards.Add(new AwardRule { AwardId = "korea", DisplayName = "Best of Korea", Depth = 2, Countries = { "PRK" } });
            race.Awards.Add(new AwardRule { AwardId = "divisions", DisplayName = "Divisions", Depth = 1, EachDivision = true });
        });
        foreach (var (bib, finish, country, licence) in new[] { ("1", 8_100, "PRK", "7"), ("2", 8_200, "PRK", "8"), ("3", 8_300, "KEN", ""), ("4", 8_400, "PRK", "") })
        {
            meet.Entered(bib, country: country, also: entry => entry.Attributes.AddRange(licence.Length > 0 ? [new Attribute { Key = "licence", Value = licence }] : []))
                .Passed(bib, "start", 0).Passed(bib, "half", 4_000).Passed(bib, "finish", finish);
        }

        return meet.Gun().StandsAsync();
    }

    /// <summary>The document without the persons beside the rows.</summary>
    private static IEnumerable<string> LinesOf(byte[] document) =>
        Encoding.UTF8.GetString(document).Split('\n').Select(line => line.IndexOf("\"row\":", StringComparison.Ordinal) is var at and > 0 && !line.StartsWith("{\"header\"", StringComparison.Ordinal) ? line[at..] : line);

    private static async Task<string> BookAsync(SampleMeet meet, int version) => Encoding.UTF8.GetString(await ExportAsync(meet, version, ExportFormat.Html));

    private static async Task<byte[]> ExportAsync(SampleMeet meet, int version, ExportFormat format)
    {
        using var call = meet.Client.ExportResults(new ExportResultsRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, Format = format, Version = version });
        using var content = new MemoryStream();
        await foreach (var message in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            message.Chunk.WriteTo(content);
        }

        return content.ToArray();
    }
}
