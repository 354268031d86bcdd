using System.Text;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Registration.V1;
using RaceSystem.Results.Tests.Service.Classifications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.CheckClassification;

public sealed class CheckClassificationTests(ResultsHost host)
{
    [Fact]
    public async Task Runners_on_the_course_and_a_missing_gun_block()
    {
        var meet = await host.NewMeet().Planned().Entered("1").Passed("1", "start", 3).StandsAsync();
        var check = await CheckAsync(meet);

        Assert.Equal([ClassificationState.Provisional], check.AllowedStates);
        Assert.True(Assert.Single(check.Items, item => item.Kind == CheckItemKind.GunMissing).Blocking);
    }

    [Fact]
    public async Task An_item_is_another_one_when_another_runner_is_concerned()
    {
        var meet = await host.NewMeet().Planned().Entered("1").Passed("1", "start", 3).Gun().StandsAsync();
        var before = Assert.Single((await CheckAsync(meet)).Items, item => item.Kind == CheckItemKind.RunnersOnCourse);
        var same = Assert.Single((await CheckAsync(meet)).Items, item => item.Kind == CheckItemKind.RunnersOnCourse);
        await meet.Entered("2").Passed("2", "start", 3).StandsAsync();
        var after = Assert.Single((await CheckAsync(meet)).Items, item => item.Kind == CheckItemKind.RunnersOnCourse);

        Assert.Equal(before.ItemId, same.ItemId);
        Assert.NotEqual(before.ItemId, after.ItemId);
        Assert.Equal(["1", "2"], after.Bibs);
        Assert.Equal(2, after.BibCount);
    }

    [Fact]
    public async Task An_owner_that_is_away_is_an_item()
    {
        var meet = await PublishedMeet.RunAsync(host);
        host.Timing.GoAway(meet.MeetId);
        Assert.Contains((await CheckAsync(meet)).Items, item => item is { Kind: CheckItemKind.LogBehind, Blocking: true });
    }

    [Fact]
    public async Task An_appeal_blocks_until_it_is_decided()
    {
        var meet = await PublishedMeet.RunAsync(host);
        var decision = new Adjudication { RaceId = SampleMeet.RaceId, Bib = "1", Penalty = new Penalty { Time = Duration.FromTimeSpan(TimeSpan.FromSeconds(10)), RuleNumber = "TR 1" }, Note = "cut a corner", DecidedBy = "referee" };
        var recorded = await meet.Client.RecordAdjudicationAsync(new RecordAdjudicationRequest { MeetId = meet.MeetId, Adjudication = decision }, cancellationToken: TestContext.Current.CancellationToken);
        var id = recorded.Adjudication.AdjudicationId;
        await meet.Client.LodgeAppealAsync(new LodgeAppealRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, AdjudicationId = id, LodgedBy = "Coach Kim", Grounds = "no" }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["1"], Assert.Single((await CheckAsync(meet)).Items, item => item is { Kind: CheckItemKind.AppealOpen, Blocking: true }).Bibs);

        await meet.PublishAsync();
        var document = Encoding.UTF8.GetString(await meet.DocumentAsync());
        Assert.Contains($$"""[{"adjudication_id":"{{id}}","decision":"PENALTY","rule":"TR 1","time_us":10000000}]""", document, StringComparison.Ordinal);
        Assert.DoesNotContain("cut a corner", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_open_anomaly_is_an_item_those_that_need_persons_too_and_publishing_finds_the_same()
    {
        var meet = host.NewMeet().Planned().Ran("1", 0, 4000, 8000).Ran("2", 1, 4000, 8100).Entered("3", country: "").Passed("3", "start", 2).Passed("3", "half", 4100).Passed("3", "finish", 8200);
        await meet.Entered("4", Sex.Unspecified).Passed("4", "start", 2).Passed("4", "half", 4200).Passed("4", "finish", 8300).Passed("99", "half", 5000).Gun().StandsAsync();
        var check = await CheckAsync(meet);
        var listed = await meet.Client.ListAnomaliesAsync(new ListAnomaliesRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, OpenOnly = true }, cancellationToken: TestContext.Current.CancellationToken);

        var found = check.Items.Where(item => item.Kind == CheckItemKind.AnomalyOpen).ToArray();
        Assert.Equal(["3"], Assert.Single(found, item => item.Message.Contains("no country", StringComparison.Ordinal)).Bibs);
        Assert.Equal(listed.Anomalies.Select(anomaly => $"{anomaly.Summary} Anomaly {anomaly.AnomalyId}."), found.Select(item => item.Message));
        Assert.Contains(listed.Anomalies, anomaly => anomaly.Kind == AnomalyKind.UnknownChip);
        Assert.Equal(check.Items.Count, check.TotalCount);
        Assert.Equal(check.Items, (await meet.PublishAsync()).Items);

        // What is settled is no item any more.
        await meet.Entered("3").StandsAsync();
        Assert.DoesNotContain((await CheckAsync(meet)).Items, item => item.Message.Contains("no country", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_erased_runner_is_no_item_and_an_anonymous_one_as_any_other()
    {
        var meet = host.NewMeet().Planned().Ran("1", 0, 4000, 8000).Ran("2", 1, 4000, 8100).Gun();
        meet.Ran("3", 2, 4100, 8200).Entered("3", Sex.Unspecified, country: "", also: entry => (entry.Visibility, entry.DisplayName) = (Visibility.Erased, ""));
        meet.Ran("4", 2, 4200, 8300).Entered("4", age: 30, also: entry => (entry.Visibility, entry.DisplayName) = (Visibility.Anonymous, ""));
        await meet.StandsAsync();

        Assert.DoesNotContain((await CheckAsync(meet)).Items, item => item.Bibs.Contains("3") || item.Bibs.Contains("4"));
        await meet.PublishAsync();
        Assert.Equal(ClassificationState.Official, (await meet.PublishAsync(ClassificationState.Official)).Classification.State);
    }

    [Fact]
    public async Task A_suspected_cut_is_an_item_until_it_is_dismissed()
    {
        var meet = host.NewMeet().Planned().Gun();
        for (var i = 0; i < 150; i++)
        {
            var half = 5_400 + (i * 20);
            meet.Ran($"{i}", 1 + i, 1 + i + half, 1 + i + half + (half * (1.02 + (0.001 * (i * 7 % 41))) * (i == 9 ? 0.45 : 1)), age: 30);
        }

        var item = Assert.Single((await CheckAsync(await meet.StandsAsync())).Items, item => item.Message.StartsWith("Bib 9 may have cut the course", StringComparison.Ordinal));
        Assert.False(item.Blocking);
        var id = item.Message.Split(' ')[^1].TrimEnd('.');
        await meet.DecideAsync(new Adjudication { RaceId = SampleMeet.RaceId, AnomalyDismissal = new AnomalyDismissal { AnomalyId = id } });

        Assert.DoesNotContain((await CheckAsync(meet)).Items, other => other.ItemId == item.ItemId);
    }

    private static async Task<CheckClassificationResponse> CheckAsync(SampleMeet meet) =>
        await meet.Client.CheckClassificationAsync(new CheckClassificationRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId }, cancellationToken: TestContext.Current.CancellationToken);
}
