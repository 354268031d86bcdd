using Grpc.Core;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Service.Wire;
using RaceSystem.Registration.V1;

namespace RaceSystem.Registration.Tests.Service.ApplyMeet;

public sealed class ApplyMeetTests(RegistrationHosts hosts)
{
    [Theory]
    [ClassData(typeof(Stores))]
    public async Task A_meet_is_created_with_its_records(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        var answer = await desk.ApplySampleAsync();
        Assert.True(answer.Changed);
        Assert.Equal(desk.SampleMeet(), answer.Meet);
        var log = await desk.LogAsync();
        Assert.Equal(["meet", "race/half", "race/marathon"], log.Keys.Order());
        Assert.Equal(["marathon", "half"], log["meet"].Meet.RaceIds);
        Assert.Equal(Desk.SampleRace("half"), log["race/half"].Race);
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task A_race_with_every_rule_comes_back_and_is_published_as_given(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        var meet = desk.SampleMeet();
        var race = RaceWire.ToWire(Sample.FullRace("marathon"));
        meet.Races[0] = race;
        await desk.ApplyAsync(meet);
        race.RulesVersion = 1;
        Assert.Equal(race, (await desk.Client.GetMeetAsync(new() { MeetId = desk.MeetId }, cancellationToken: Desk.Cancellation)).Meet.Races[0]);
        Assert.Equal(race, (await desk.LogAsync())["race/marathon"].Race);
        Assert.False((await desk.ApplyAsync(meet)).Changed);
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task The_same_meet_twice_changes_nothing(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        var head = await desk.HeadAsync();
        Assert.False((await desk.ApplySampleAsync()).Changed);
        Assert.Equal(head, await desk.HeadAsync());
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task A_changed_race_is_recorded_alone_and_left_out_races_stay(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        var head = await desk.HeadAsync();
        var meet = desk.SampleMeet();
        meet.Races.RemoveAt(1);
        meet.Races[0].DisplayName = "The Marathon";
        var answer = await desk.ApplyAsync(meet);
        Assert.True(answer.Changed);
        Assert.Equal(["marathon", "half"], answer.Meet.Races.Select(race => race.RaceId));
        Assert.Equal(head + 1, await desk.HeadAsync());
        Assert.Equal("The Marathon", (await desk.LogAsync())["race/marathon"].Race.DisplayName);
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task A_course_may_change_under_entries(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        await desk.CreateAsync(Desk.Entry("e1", "1"));
        var head = await desk.HeadAsync();
        var meet = desk.SampleMeet();
        meet.Races[0].Course.Visits[1].DistanceM = 10_001;
        Assert.True((await desk.ApplyAsync(meet)).Changed);
        Assert.Equal(head + 1, await desk.HeadAsync());
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task What_others_know_of_entries_follows_divisions_waves_and_race_day(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        await desk.CreateAsync(Desk.Entry("e1", "1"));
        Assert.Equal("M40", (await desk.LogAsync())["entry/e1"].Entry.DivisionId);

        var meet = desk.SampleMeet();
        meet.Races[0].Divisions[0].DivisionId = "Masters";
        meet.Races[0].Waves.RemoveAt(0);
        await desk.ApplyAsync(meet);
        var entry = (await desk.LogAsync())["entry/e1"].Entry;
        Assert.Equal(("Masters", "w2", 41), (entry.DivisionId, entry.WaveId, entry.Age));

        meet.RaceDay = "2025-05-01";
        await desk.ApplyAsync(meet);
        Assert.Equal(42, (await desk.LogAsync())["entry/e1"].Entry.Age);
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task A_wave_or_division_in_use_is_not_taken_away_and_nothing_is_half_done(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        var first = Desk.Entry("e1");
        first.WaveId = "w2";
        await desk.CreateAsync(first);
        var second = Desk.Entry("e2");
        second.DivisionId = "F40";
        await desk.CreateAsync(second);
        var head = await desk.HeadAsync();

        var withoutWave = desk.SampleMeet();
        withoutWave.Races[0].DisplayName = "Other";
        withoutWave.Races[0].Waves.RemoveAt(1);
        var (code, reason, _) = await Desk.RefusedAsync(() => desk.ApplyAsync(withoutWave));
        Assert.Equal((StatusCode.FailedPrecondition, Reasons.WaveInUse), (code, reason));

        var withoutDivision = desk.SampleMeet();
        withoutDivision.Races[0].Divisions.RemoveAt(1);
        Assert.Equal(Reasons.DivisionInUse, (await Desk.RefusedAsync(() => desk.ApplyAsync(withoutDivision))).Reason);
        Assert.Equal(head, await desk.HeadAsync());
        Assert.False((await desk.ApplySampleAsync()).Changed);
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task A_repeated_request_gets_its_first_answer(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        Assert.True((await desk.ApplyAsync(desk.SampleMeet(), "r-1")).Changed);
        Assert.True((await desk.ApplyAsync(desk.SampleMeet(), "r-1")).Changed);
        Assert.False((await desk.ApplyAsync(desk.SampleMeet(), "r-2")).Changed);
    }

    [Fact]
    public async Task Decreasing_distances_are_refused_by_field()
    {
        var desk = await hosts.OpenAsync(Store.Sqlite);
        var meet = desk.SampleMeet();
        meet.Races[1].Course.Visits[2].DistanceM = 9_999;
        var (code, reason, fields) = await Desk.RefusedAsync(() => desk.ApplyAsync(meet));
        Assert.Equal((StatusCode.InvalidArgument, Reasons.CourseInvalid), (code, reason));
        Assert.Equal(["meet.races[1].course.visits[2].distance_m"], fields);
        Assert.Equal(Reasons.MeetUnknown, (await Desk.RefusedAsync(() => desk.Client.GetMeetAsync(new() { MeetId = desk.MeetId }).ResponseAsync)).Reason);
    }

    [Fact]
    public async Task A_misspelt_time_zone_a_missing_meet_and_impossible_times_are_refused()
    {
        var desk = await hosts.OpenAsync(Store.Sqlite);
        var meet = desk.SampleMeet();
        meet.TimeZone = "Asia/Pyongjang";
        Assert.Equal(Reasons.TimeZoneUnknown, (await Desk.RefusedAsync(() => desk.ApplyAsync(meet))).Reason);
        Assert.Equal(Reasons.MeetMissing, (await Desk.RefusedAsync(() => desk.Client.ApplyMeetAsync(new ApplyMeetRequest()).ResponseAsync)).Reason);

        meet = desk.SampleMeet();
        meet.Races[0].Waves[0].PlannedStartTime = new() { Seconds = long.MaxValue };
        Assert.Equal(Reasons.TimeInvalid, (await Desk.RefusedAsync(() => desk.ApplyAsync(meet))).Reason);
        meet = desk.SampleMeet();
        meet.Races[0].TimeLimit = new() { Seconds = long.MinValue };
        Assert.Equal(Reasons.TimeInvalid, (await Desk.RefusedAsync(() => desk.ApplyAsync(meet))).Reason);
        Assert.Equal("REQUEST_ID_INVALID", (await Desk.RefusedAsync(() => desk.ApplyAsync(desk.SampleMeet(), new('r', 81)))).Reason);
    }
}
