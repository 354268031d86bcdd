using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Registration.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.LoadTests;

/// <summary>A synthetic race: one timing point and device for each visit, every runner at every visit.</summary>
internal sealed record LoadShape(int Devices, int Runners, int ReadsPerCrossing, int Watchers)
{
    public const string RaceId = "load";

    /// <summary>Reads of one crossing lie this far apart.</summary>
    public const long ReadGapUs = 30_000;

    /// <summary>Runners cross this far apart.</summary>
    public const long RunnerGapUs = 20_000;

    /// <summary>From one visit to the next, well above the fastest leg that is believed.</summary>
    private const long LegUs = 1_500_000_000;

    public static readonly DateTimeOffset Gun = new(2025, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public long Reads => (long)Devices * Runners * ReadsPerCrossing;

    public static string PointOf(int device) => $"point-{device}";

    public static string DeviceOf(int device) => $"device-{device}";

    public static string ChipOf(int runner) => runner.ToString("X6", CultureInfo.InvariantCulture);

    /// <summary>Microseconds since 1970 of one read.</summary>
    public static long TimeOf(int device, int runner, int read) =>
        ((Gun.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond) + (device * LegUs) + (runner * RunnerGapUs) + (read * ReadGapUs);

    public Meet Meet(string meetId)
    {
        var course = new Course();
        course.Visits.AddRange(Enumerable.Range(0, Devices).Select(device => new CourseVisit
        {
            SplitId = device == 0 ? "start" : device == Devices - 1 ? "finish" : $"split-{device}",
            TimingPointId = PointOf(device),
            DistanceM = device * 5000L,
            Kind = device == 0 ? CourseVisitKind.Start : device == Devices - 1 ? CourseVisitKind.Finish : CourseVisitKind.Split,
        }));
        var race = new Race
        {
            RaceId = RaceId,
            DisplayName = "Load",
            Course = course,
            Rules = new RankingRules { Profile = RuleProfile.WorldAthletics, Ties = TieRule.ByHiddenTime },
            Waves = { new Wave { WaveId = "1", DisplayName = "1", PlannedStartTime = Timestamp.FromDateTimeOffset(Gun) } },
        };
        return new Meet { MeetId = meetId, DisplayName = meetId, TimeZone = "UTC", RaceDay = "2025-01-05", Races = { race } };
    }

    public ApplyTimingPointsRequest TimingPoints(string meetId)
    {
        var request = new ApplyTimingPointsRequest { MeetId = meetId, RequestId = Guid.NewGuid().ToString("N") };
        request.TimingPoints.AddRange(Enumerable.Range(0, Devices).Select(device => new TimingPoint { TimingPointId = PointOf(device), DisplayName = PointOf(device), TimeRule = TimeRule.First }));
        request.Devices.AddRange(Enumerable.Range(0, Devices).Select(device => new TimingDevice { DeviceId = DeviceOf(device), TimingPointId = PointOf(device), DisplayName = DeviceOf(device) }));
        return request;
    }

    public IEnumerable<ImportRow> Entries() => Enumerable.Range(1, Runners).Select(runner => new ImportRow
    {
        Line = runner,
        Entry = new Entry
        {
            EntryId = $"e-{runner}",
            RaceId = RaceId,
            Bib = runner.ToString(CultureInfo.InvariantCulture),
            Chips = { ChipOf(runner) },
            Status = EntryStatus.Confirmed,
            Participant = new Participant { FamilyName = $"{runner}", GivenName = "Runner", Sex = runner % 2 == 0 ? Sex.Female : Sex.Male, AgeOnRaceDay = 20 + (runner % 50) },
        },
    });
}
