using Grpc.Core;
using RaceSystem.Registration.V1;

namespace RaceSystem.Results.Tests.Service.GetMeetProgress;

public sealed class GetMeetProgressTests(ResultsHost host)
{
    [Fact]
    public async Task It_tells_the_meet_its_races_and_how_far_they_are()
    {
        var meet = await host.NewMeet().Planned().Entered("3").Ran("1", 1, 4000, 8000).Entered("2").Passed("2", "start", 5).Gun().StandsAsync();

        var progress = await meet.ProgressAsync();

        Assert.Equal(("Pyongyang", "Asia/Pyongyang", "2025-04-06"), (progress.DisplayName, progress.TimeZone, progress.RaceDay));
        var race = Assert.Single(progress.Races);
        Assert.Equal((3, 2, 1, 1, 0), (race.EntryCount, race.StartedCount, race.OnCourseCount, race.FinishedCount, race.OutCount));
        Assert.Equal([("start", 2), ("half", 1), ("finish", 1)], race.Splits.Select(split => (split.SplitId, split.PassedCount)));
        Assert.Equal(["M40"], race.DivisionIds);
        Assert.Equal(SampleMeet.Stamp(0), race.FirstGunStartTime);
    }

    [Fact]
    public async Task It_names_the_rules_with_their_version()
    {
        var meet = await host.NewMeet().Planned(RuleProfile.EliteGun, race => race.RulesVersion = 3).StandsAsync();

        var rules = (await meet.ProgressAsync()).Races[0].Rules;

        Assert.Equal(("ELITE_GUN", 1, 3), (rules.ProfileId, rules.ProfileVersion, rules.RulesVersion));
        Assert.Contains(rules.Rules, rule => rule.RuleId == "basis" && rule.Text.Length > 0);
    }

    [Fact]
    public async Task Standings_contain_the_sequences_it_reports()
    {
        var meet = await host.NewMeet().Planned().Entered("1").Gun().StandsAsync();
        for (var i = 0; i < 20; i++)
        {
            meet.Entered($"{i + 10}").Passed($"{i + 10}", "finish", 8000 + i);
            host.Registration.Deliver(meet.MeetId);
            host.Timing.Deliver(meet.MeetId);
            var progress = await meet.ProgressAsync();
            var standings = await meet.StandingsAsync();
            Assert.True(standings.TotalCount >= Math.Min(progress.TimingSequence - 1, progress.RegistrationSequence - 3), $"{progress} but only {standings.TotalCount} rows");
        }
    }

    [Fact]
    public async Task A_meet_that_was_not_followed_yet_is_fetched()
    {
        var meet = host.NewMeet().Planned().Entered("1");

        Assert.Equal(1, (await meet.ProgressAsync()).Races[0].EntryCount);
    }

    [Fact]
    public async Task An_unknown_meet_is_refused() =>
        Assert.Equal((StatusCode.NotFound, "MEET_UNKNOWN"), await Refused.ByAsync(() => host.NewMeet().ProgressAsync()) is var refused ? (refused.Code, refused.Reason) : default);

    [Fact]
    public async Task A_meet_id_that_is_none_is_refused() =>
        Assert.Equal("ID_INVALID", (await Refused.ByAsync(() => new SampleMeet(host, "No Meet").ProgressAsync())).Reason);
}
