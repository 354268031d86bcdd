using RaceSystem.Racectl.Meets;
using RaceSystem.Registration.V1;

namespace RaceSystem.Racectl.Tests.Meets;

public sealed class MeetFileTests
{
    [Fact]
    public void A_meet_carries_its_timing_points_and_devices()
    {
        var file = MeetFile.Parse("""
            {
              // one race
              "meetId": "m", "raceDay": "2025-04-06", "timeZone": "Asia/Pyongyang",
              "races": [{ "raceId": "half", "timeLimit": "10800s", "course": { "visits": [{ "splitId": "start", "kind": "COURSE_VISIT_KIND_START" }] } }],
              "timingPoints": [{ "timingPointId": "start", "timeRule": "TIME_RULE_LAST", "deadTime": "2.5s" }],
              "devices": [{ "deviceId": "d1", "timingPointId": "start" }],
            }
            """);
        Assert.Equal(("m", "half", 10800), (file.Meet.MeetId, file.Meet.Races.Single().RaceId, file.Meet.Races.Single().TimeLimit.Seconds));
        Assert.Equal("start", file.TimingPoints.Single().TimingPointId);
        Assert.Equal("d1", file.Devices.Single().DeviceId);
    }

    [Fact]
    public void Age_bands_become_divisions_after_those_that_are_named()
    {
        var race = MeetFile.Parse("""
            { "meetId": "m", "races": [{ "raceId": "half", "divisions": [{ "divisionId": "E" }], "ageBands": { "from": 35, "to": 45, "women": "F" } }] }
            """).Meet.Races.Single();
        Assert.Equal(["E 0-0", "M 1-34", "M35 35-39", "M40 40-44", "M45 45-0", "F 1-34", "F35 35-39", "F40 40-44", "F45 45-0"], race.Divisions.Select(division => $"{division.DivisionId} {division.MinAge}-{division.MaxAge}"));
        Assert.All(Enumerable.Range(1, 120), age => Assert.Single(race.Divisions.Skip(1), division => division.Sex == Sex.Female && age >= division.MinAge && (division.MaxAge == 0 || age <= division.MaxAge)));
        Assert.Equal("Women 35-39", race.Divisions[6].DisplayName);
    }

    [Theory]
    [InlineData("""{ "meetId": "m", "races": [{ "ageBands": { "from": 35, "to": 47 } }] }""")]
    [InlineData("""{ "meetId": "m", "races": [{ "ageBands": { "form": 35 } }] }""")]
    [InlineData("""{ "meetId": "m", "races": [{ "ageBands": 5 }] }""")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{ "meetIdd": "m" }""")]
    [InlineData("""{ "meetId": "m", "devices": {} }""")]
    [InlineData("""{ "meetId": "m", "devices": [{ "wheels": 4 }] }""")]
    public void A_file_of_another_kind_is_refused_with_its_name(string json)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, json);
            Assert.Contains(path, Assert.Throws<InputException>(() => MeetFile.Read(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
