using Google.Protobuf.WellKnownTypes;
using RaceSystem.Registration.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.Dashboard.Tests.Fakes;

/// <summary>The reference meet in small: invented runners of many nations and scripts.</summary>
internal static class FakeWorld
{
    public const string HostileName = "<script>document.title='taken'</script><img src=x onerror=alert(1)> \"O'Neill\" & Co";

    public static FakeMeet Create()
    {
        var meet = new FakeMeet();
        var marathon = new FakeRace(
            "marathon", "Marathon", ("start", "Start", 0), ("10k", "10 km", 10_000), ("half", "Half", 21_098), ("30k", "30 km", 30_000), ("finish", "Finish", 42_195))
        { Gun = FakeMeet.Gun };
        var short10 = new FakeRace("10k", "10 km", ("start", "Start", 0), ("finish", "Finish", 10_000));
        marathon.Runners.AddRange(
        [
            new FakeRunner("1", "Ri, Kang Bom 리강범", Sex.Male, "PRK", "MSEN", "April 25"),
            new FakeRunner("2", "Kiptoo, Daniel", Sex.Male, "KEN", "MSEN"),
            new FakeRunner("3", "Abebe, Tigist ትዕግስት አበበ", Sex.Female, "ETH", "FSEN"),
            new FakeRunner("4", "Müller, Jörg", Sex.Male, "GER", "M40", "LG Nordwest"),
            new FakeRunner("5", "王秀英", Sex.Female, "CHN", "F40"),
            new FakeRunner("6", HostileName, Sex.Male, "IRL", "M40"),
            new FakeRunner("F102", "Novák, Jana", Sex.Female, "CZE", "FSEN"),
        ]);
        marathon.Runners.AddRange(Enumerable.Range(200, 120).Select(number =>
            new FakeRunner($"{number}", $"Runner, Number {number}", number % 3 == 0 ? Sex.Female : Sex.Male, number % 2 == 0 ? "POL" : "AUS", number % 3 == 0 ? "FSEN" : "MSEN")));
        meet.Races.AddRange([marathon, short10]);
        var race = new Race { RaceId = "marathon", DisplayName = "Marathon", Rules = new RankingRules { Profile = RuleProfile.WorldAthletics } };
        race.Divisions.Add(new Division { DivisionId = "M40", DisplayName = "Men 40–44", Sex = Sex.Male });
        meet.Registered.Races.Add(race);
        meet.Registered.Races.Add(new Race { RaceId = "10k", DisplayName = "10 km", Waves = { new Wave { WaveId = "w1", PlannedStartTime = FakeMeet.Gun } } });
        meet.Points.Add(Point("stadium", "Stadium start and finish", 183.4, 52_110, 4_733, 4_700, 2, ("sf-main", "Main", true), ("sf-backup", "Backup", false)));
        (meet.Points[0].SeenCount, meet.Points[0].ExpectedCount, meet.Points[0].MissedCount) = (4_650, 4_702, 61);
        (meet.Points[0].MainPassingCount, meet.Points[0].BackupPassingCount) = (4_600, 4_400);
        (meet.Points[0].MainMissedCount, meet.Points[0].BackupMissedCount) = (44, 368);
        meet.Devices.AddRange(Devices());
        meet.Points.Add(Point("bridge", "Chongryu bridge", 0, 0, 0, 0, 0, ("br-main", "Main", true)));
        return meet;
    }

    /// <summary>The first six are on their way: 10 km passed by all, half by four, finish by one.</summary>
    public static FakeMeet UnderWay()
    {
        var meet = Create();
        foreach (var (runner, index) in meet.Races[0].Runners.Take(7).Select((runner, index) => (runner, index)))
        {
            runner.Passed["start"] = 0.5 + index;
            runner.Passed["10k"] = 1_830 + (index * 20.3);
            if (index < 4)
            {
                runner.Passed["half"] = 3_900 + (index * 41.7);
            }
        }

        meet.Races[0].Runners[0].Passed["finish"] = 7_784.3;
        return meet;
    }

    public static Alarm SilentBackup { get; } = new()
    {
        AlarmId = "a-1",
        Kind = AlarmKind.SilentDevice,
        TimingPointId = "stadium",
        DeviceId = "sf-backup",
        Description = "Backup reads nothing while 14 runners passed Stadium start and finish.",
        RaiseTime = FakeMeet.Gun,
    };

    private static IEnumerable<DeviceState> Devices() =>
    [
        new DeviceState
        {
            DeviceId = "sf-main", TimingPointId = "stadium", DisplayName = "Main", Role = DeviceRole.Main, Connected = true, DecoderConnected = true, ReportTime = FakeMeet.Gun,
            ReadsPerSecond = 183.4, ReadCount = 30_110, LastReadTime = FakeMeet.Gun, BatteryPercent = 81, TemperatureC = 24, RejectedFrames = 2,
            ClockOffset = Duration.FromTimeSpan(TimeSpan.FromSeconds(1.512)), AppliedOffset = Duration.FromTimeSpan(TimeSpan.FromSeconds(1.5)),
        },
        new DeviceState
        {
            DeviceId = "sf-backup", TimingPointId = "stadium", DisplayName = "Backup", Role = DeviceRole.Backup, ReadCount = 22_000, ReportTime = FakeMeet.Gun,
            BatteryPercent = 12, UnsentReads = 4_200, OldestUnsentTime = FakeMeet.Gun, Problem = "The disk is nearly full: 1 % is free.",
            ClockVerdict = new ClockVerdict { Fault = ClockFault.Zone, Evidence = "32,400 s ahead." },
        },
    ];

    private static TimingPointStatus Point(
        string id, string name, double rate, long reads, long passings, long chips, long unknown, params (string Id, string Name, bool Connected)[] devices)
    {
        var point = new TimingPointStatus
        {
            TimingPointId = id,
            DisplayName = name,
            ReadsPerSecond = rate,
            ReadCount = reads,
            PassingCount = passings,
            ChipCount = chips,
            UnknownChipCount = unknown,
            LastReadTime = reads > 0 ? Timestamp.FromDateTimeOffset(FakeMeet.Gun.ToDateTimeOffset().AddMinutes(3)) : null,
        };
        point.Devices.Add(devices.Select(device => new DeviceStatus { DeviceId = device.Id, DisplayName = device.Name, Connected = device.Connected, ReadCount = reads / 2 }));
        return point;
    }
}
