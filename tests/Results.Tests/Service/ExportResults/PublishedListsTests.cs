using System.Text;
using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RaceSystem.Registration.V1;
using RaceSystem.Results.Tests.Service.Classifications;
using RaceSystem.Results.V1;
using ExportFormat = RaceSystem.Results.V1.ExportFormat;

namespace RaceSystem.Results.Tests.Service.ExportResults;

/// <summary>Lists that ask for country, club, team or attributes: a published version, whose evidence has none of them, tells what the live results tell.</summary>
public sealed partial class PublishedListsTests(ResultsHost host)
{
    [Fact]
    public async Task A_published_version_has_the_awards_teams_countries_and_national_records_of_the_live_results()
    {
        var meet = await RanAsync();
        await meet.PublishAsync();

        var (live, published) = (await BookAsync(meet, 0), await BookAsync(meet, 1));

        Assert.Equal(live, published);
        Assert.All(
            ["New record: 2:15:00 <bdi>Runner 1</bdi> (PRK)", "Best of Korea", "Teams · clubs", "<bdi>Taedong</bdi>", "<bdi>DPR Korea</bdi></td><td class=\"r\">2</td><td class=\"r\">2</td><td class=\"r\">2</td>", "<bdi>Volunteers</bdi>"],
            expected => Assert.Contains(expected, published, StringComparison.Ordinal));
        Assert.Equal(await BulletinAsync(meet, 0), await BulletinAsync(meet, 1));
    }

    [Fact]
    public async Task Who_became_anonymous_later_counts_in_the_published_version_and_is_not_named()
    {
        var meet = await RanAsync();
        await meet.PublishAsync();
        await meet.Entered("1", also: entry =>
        {
            (entry.DisplayName, entry.Club, entry.Visibility) = ("", "Taedong", Visibility.Anonymous);
            entry.Attributes.Add(new Registration.V1.Attribute { Key = "prize", Value = "yes" });
        }).StandsAsync();

        var (live, published) = (await BookAsync(meet, 0), await BookAsync(meet, 1));

        Assert.Equal(live, published);
        Assert.DoesNotContain("Runner 1<", published, StringComparison.Ordinal);
        Assert.All(["New record: 2:15:00 <bdi>—</bdi></td>", "<bdi>Taedong</bdi>", "<bdi>DPR Korea</bdi></td><td class=\"r\">2</td><td class=\"r\">2</td><td class=\"r\">2</td>"], expected => Assert.Contains(expected, published, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_was_erased_later_keeps_place_award_and_record_without_a_name_and_is_of_no_team_or_country()
    {
        var meet = await RanAsync();
        await meet.PublishAsync();
        await meet.Register("entry/e-1", new RegistrationRecord
        {
            Entry = new EntryRecord { EntryId = "e-1", RaceId = SampleMeet.RaceId, Bib = "1", Chips = { "C1" }, WaveId = "first", Sex = Sex.Male, Visibility = Visibility.Erased },
        }).StandsAsync();

        var published = await BookAsync(meet, 1);

        Assert.DoesNotContain("Runner 1<", published, StringComparison.Ordinal);
        Assert.Matches("—(<[^>]*>|\\s)*Taedong(<[^>]*>|\\s)*incomplete: 1 scorer missing", published);
        Assert.Contains("New record: 2:15:00 <bdi>—</bdi></td>", published, StringComparison.Ordinal);
        Assert.Matches("Best of Korea(<[^>]*>|\\s)*1(<[^>]*>|\\s)*1(<[^>]*>|\\s)*—(<[^>]*>|\\s)*2:15:00", published);
        Assert.Contains("<td class=\"r b\">1</td><td class=\"r\">1</td><td><bdi>—</bdi></td>", published, StringComparison.Ordinal);
    }

    private Task<SampleMeet> RanAsync() => Ran(
        host.NewMeet().Planned(shape: race =>
        {
            race.Awards.Add(new AwardRule { AwardId = "korea", DisplayName = "Best of Korea", Depth = 3, Countries = { "PRK" }, Conditions = { new AttributeCondition { Key = "prize", Values = { "yes" } } } });
            race.Teams.Add(new TeamRule { TeamRuleId = "clubs", Key = TeamKey.Club, Scorers = 2, Score = TeamScore.Places });
            race.Records.Add(new StandingRecord { RecordId = "nr", DisplayName = "national record", Country = "PRK", Time = Duration.FromTimeSpan(TimeSpan.FromSeconds(8_150)) });
        }),
        ("1", 8_100, "PRK", "Taedong"),
        ("2", 8_200, "PRK", "Taedong"),
        ("3", 8_300, "KEN", "Volunteers"),
        ("4", 8_400, "KEN", "Volunteers")).Gun().StandsAsync();

    private static SampleMeet Ran(SampleMeet meet, params (string Bib, double Finish, string Country, string Club)[] runners)
    {
        foreach (var (bib, finish, country, club) in runners)
        {
            meet.Entered(bib, country: country, also: entry =>
            {
                entry.Club = club;
                entry.Attributes.Add(new Registration.V1.Attribute { Key = "prize", Value = "yes" });
            }).Passed(bib, "start", 0).Passed(bib, "half", 4_000).Passed(bib, "finish", finish);
        }

        return meet;
    }

    /// <summary>The book without what says of which version it is.</summary>
    private static async Task<string> BookAsync(SampleMeet meet, int version) => Standing().Replace(await TextAsync(meet, ExportFormat.Html, version), "");

    private static async Task<string> BulletinAsync(SampleMeet meet, int version) =>
        (await TextAsync(meet, ExportFormat.BulletinText, version)).Replace("Provisional results, version 1", "Unofficial", StringComparison.Ordinal);

    private static async Task<string> TextAsync(SampleMeet meet, ExportFormat format, int version)
    {
        using var call = meet.Client.ExportResults(new ExportResultsRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, Format = format, Version = version });
        using var content = new MemoryStream();
        await foreach (var message in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            message.Chunk.WriteTo(content);
        }

        return Encoding.UTF8.GetString(content.ToArray());
    }

    [GeneratedRegex("<p class=\"state\">[^<]*</p>|<footer>[^<]*</footer>")]
    private static partial Regex Standing();
}
