using RaceSystem.Racectl.Meets;

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

    [Theory]
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
