using RaceSystem.Kernel;
using RaceSystem.Racectl.RaceFiles;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Replay;

/// <summary>Everything that a replay will send, made from a file alone: the same file gives the same plan on any day.</summary>
internal sealed class ReplayPlan
{
    public const string WaveId = "1";
    public const string StartId = "start";
    public const string FinishId = "finish";

    /// <summary>The gun of every replay: fixed, so that nothing depends on the day it is run.</summary>
    public static readonly Instant Gun = Instant.From(new DateTimeOffset(2025, 1, 5, 8, 0, 0, TimeSpan.Zero));

    private ReplayPlan(RaceFile file, Meet meet, IReadOnlyList<DevicePlan> devices, string[] chips)
    {
        File = file;
        Meet = meet;
        Devices = devices;
        Chips = chips;
    }

    public RaceFile File { get; }

    public Meet Meet { get; }

    public string RaceId => Meet.Races[0].RaceId;

    /// <summary>One for each timing point, in course order.</summary>
    public IReadOnlyList<DevicePlan> Devices { get; }

    /// <summary>By row.</summary>
    public string[] Chips { get; }

    public long CrossingCount => Devices.Sum(device => (long)device.Crossings.Length);

    /// <summary>Makes a plan; chips are six hexadecimal digits unless told otherwise.</summary>
    public static ReplayPlan Make(RaceFile file, string meetId, ReplayBasis basis, SplitBasis splits, Func<RaceFileRow, string>? chipOf = null)
    {
        var runners = new CrossingPlanner(file, basis, splits).Plan();
        var devices = new List<DevicePlan> { DevicePlan.Of(StartId, "Start", TimeRule.Last, runners.Select(runner => runner.Start)) };
        devices.AddRange(file.Splits.Select((split, i) => DevicePlan.Of(split.SplitId, split.SplitId, TimeRule.First, runners.Select(runner => runner.Splits[i]))));
        devices.Add(DevicePlan.Of(FinishId, "Finish", TimeRule.First, runners.Select(runner => runner.Finish)));
        return new ReplayPlan(file, MeetPlan.Of(file, meetId, basis), devices, [.. file.Rows.Select(chipOf ?? (row => row.Number.ToString("X6", null)))]);
    }

    public IEnumerable<TimingPoint> TimingPoints => Devices.Select(device => new TimingPoint
    {
        TimingPointId = device.TimingPointId,
        DisplayName = device.DisplayName,
        TimeRule = device.TimeRule,
    });

    public IEnumerable<TimingDevice> TimingDevices => Devices.Select(device => new TimingDevice
    {
        DeviceId = device.DeviceId,
        TimingPointId = device.TimingPointId,
        DisplayName = device.DisplayName,
    });

    public IEnumerable<ImportRow> Entries => File.Rows.Select((row, i) => new ImportRow
    {
        Line = row.Line,
        Entry = new Entry
        {
            EntryId = $"row-{row.Number}",
            RaceId = RaceId,
            Bib = row.Bib,
            Chips = { Chips[i] },
            WaveId = WaveId,
            DivisionId = row.Division,
            Status = EntryStatus.Confirmed,
            Participant = new Participant { FamilyName = row.Bib, GivenName = "Runner", Sex = row.Sex, AgeOnRaceDay = row.Age, Country = row.Country },
        },
    });

    /// <summary>What race control has to declare: runners out, and finishers whom the file leaves without a place.</summary>
    public IEnumerable<StatusDeclaration> Declarations => File.Rows
        .Select(row => (row.Bib, Status: DeclaredStatus(row)))
        .Where(row => row.Status != ResultStatus.Unspecified)
        .Select(row => new StatusDeclaration { RaceId = RaceId, Bib = row.Bib, Status = row.Status, DeclaredBy = "racectl replay", Reason = "As in the replayed file." });

    private ResultStatus DeclaredStatus(RaceFileRow row) => row.Status switch
    {
        RaceFileStatus.Dns => ResultStatus.Dns,
        RaceFileStatus.Dnf => ResultStatus.Dnf,
        RaceFileStatus.Finished when File.HasPlaces && row.PlaceOverall is null => ResultStatus.NotClassified,
        _ => ResultStatus.Unspecified,
    };
}
