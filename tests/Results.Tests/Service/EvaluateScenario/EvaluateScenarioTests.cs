using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.EvaluateScenario;

public sealed class EvaluateScenarioTests(ResultsHost host)
{
    [Fact]
    public async Task A_scenario_tells_who_moves_and_leaves_the_standings_as_they_are()
    {
        var meet = await MeetAsync();
        var before = await meet.StandingsAsync();

        var (summary, rows) = await EvaluateAsync(meet, new ScenarioChange { Adjudication = Disqualified("1") });

        var race = Assert.Single(summary.Races);
        Assert.Equal((SampleMeet.RaceId, 3, 1, 1, 3), (race.RaceId, race.ChangedCount, race.StatusCount, race.TimeCount, race.PlaceCount));
        Assert.Equal([("2", 2, 1), ("3", 3, 2), ("1", 1, 0)], rows.Select(row => (row.Bib, row.Before.Places.Overall, row.After.Places.Overall)));
        Assert.Equal((ResultStatus.Finished, ResultStatus.Dsq), (rows[2].Before.Status, rows[2].After.Status));
        var winner = race.Winners.First(winner => winner is { Sex: Sex.Unspecified, DivisionId: "", Place: 1 });
        Assert.Equal(("1", "2"), (Assert.Single(winner.BeforeBibs), Assert.Single(winner.AfterBibs)));
        var after = await meet.StandingsAsync();
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Changes_are_made_one_after_the_other()
    {
        var meet = await MeetAsync();

        var (_, rows) = await EvaluateAsync(
            meet,
            new ScenarioChange { Gun = new GunChange { RaceId = SampleMeet.RaceId, Shift = Seconds(2) } },
            new ScenarioChange { Gun = new GunChange { RaceId = SampleMeet.RaceId, WaveId = "first", Shift = Seconds(-5) } });

        Assert.Equal([8003L, 8103, 8203], rows.Select(row => row.After.OfficialTime.Seconds));
        Assert.Equal([8000L, 8100, 8200], rows.Select(row => row.Before.ExactTime.Seconds));
    }

    [Fact]
    public async Task Passings_may_be_ignored_or_moved_and_rules_may_be_others()
    {
        var meet = await MeetAsync();

        var (ignored, _) = await EvaluateAsync(meet, new ScenarioChange { IgnoredPassings = new IgnoredPassings { TimingPointId = "finish", FromTime = SampleMeet.Stamp(8150) } });
        var (_, moved) = await EvaluateAsync(meet, new ScenarioChange { ShiftedPassings = new ShiftedPassings { TimingPointId = "finish", Offset = Seconds(-150), ToTime = SampleMeet.Stamp(8150), FromTime = SampleMeet.Stamp(8050) } });
        var (_, net) = await EvaluateAsync(meet, new ScenarioChange { Rules = new RulesChange { RaceId = SampleMeet.RaceId, Rules = new RankingRules { Profile = RuleProfile.Net }, TimeLimit = Seconds(8150) } });

        Assert.Equal((1, 1), (ignored.Races[0].ChangedCount, ignored.Races[0].StatusCount));
        Assert.Equal([("2", 1, 7950L), ("1", 2, 8000)], moved.Select(row => (row.Bib, row.After.Places.Overall, row.After.OfficialTime.Seconds)));
        Assert.Equal(ResultStatus.OverTimeLimit, net.Single(row => row.Bib == "3").After.Status);
        Assert.Equal(7999, net.Single(row => row.Bib == "1").After.OfficialTime.Seconds);
    }

    [Fact]
    public async Task Rows_are_bounded_and_the_counts_are_whole()
    {
        var meet = await MeetAsync();
        var request = new EvaluateScenarioRequest { MeetId = meet.MeetId, MaxRows = 1, Changes = { new ScenarioChange { Adjudication = Disqualified("1") } } };

        var (summary, rows) = await ReadAsync(meet, request);

        Assert.Equal((3, 1), (summary.Races[0].ChangedCount, rows.Count));
    }

    [Fact]
    public async Task What_is_wrong_or_not_there_is_refused()
    {
        var meet = await MeetAsync();
        (string Reason, ScenarioChange Change)[] cases =
        [
            ("SCENARIO_INVALID", new ScenarioChange()),
            ("RACE_UNKNOWN", new ScenarioChange { Gun = new GunChange { RaceId = "ten", Shift = Seconds(1) } }),
            ("WAVE_UNKNOWN", new ScenarioChange { Gun = new GunChange { RaceId = SampleMeet.RaceId, WaveId = "last", Shift = Seconds(1) } }),
            ("SCENARIO_INVALID", new ScenarioChange { Gun = new GunChange { RaceId = SampleMeet.RaceId, Shift = Seconds(90_000) } }),
            ("TIMING_POINT_UNKNOWN", new ScenarioChange { IgnoredPassings = new IgnoredPassings { TimingPointId = "nowhere" } }),
            ("BIB_UNKNOWN", new ScenarioChange { Adjudication = Disqualified("99") }),
            ("ADJUDICATION_INVALID", new ScenarioChange { Adjudication = new Adjudication { Bib = "1" } }),
            ("BIB_UNKNOWN", new ScenarioChange { Wave = new WaveChange { RaceId = SampleMeet.RaceId, Bib = "99" } }),
        ];

        foreach (var (reason, change) in cases)
        {
            Assert.Equal((reason, change.ToString()), ((await Refused.ByAsync(() => EvaluateAsync(meet, change))).Reason, change.ToString()));
        }

        Assert.Equal("SCENARIO_INVALID", (await Refused.ByAsync(() => EvaluateAsync(meet))).Reason);
    }

    private Task<SampleMeet> MeetAsync() => host.NewMeet().Planned().Gun().Ran("1", 1, 3000, 8000).Ran("2", 2, 3100, 8100).Ran("3", 3, 3200, 8200).StandsAsync();

    private static Adjudication Disqualified(string bib) => new() { Bib = bib, Note = "shoes", DecidedBy = "referee", Disqualification = new Disqualification { RuleNumber = "TR 5.2" } };

    private static Duration Seconds(long seconds) => new() { Seconds = seconds };

    private static Task<(ScenarioSummary Summary, List<ScenarioRow> Rows)> EvaluateAsync(SampleMeet meet, params ScenarioChange[] changes) =>
        ReadAsync(meet, new EvaluateScenarioRequest { MeetId = meet.MeetId, Changes = { changes } });

    private static async Task<(ScenarioSummary Summary, List<ScenarioRow> Rows)> ReadAsync(SampleMeet meet, EvaluateScenarioRequest request)
    {
        using var call = meet.Client.EvaluateScenario(request, cancellationToken: TestContext.Current.CancellationToken);
        var messages = await call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        return (messages[0].Summary, [.. messages.Skip(1).SelectMany(message => message.Rows.Rows)]);
    }
}
