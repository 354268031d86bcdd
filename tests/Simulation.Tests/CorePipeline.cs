using System.Globalization;
using System.Text;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Meets;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Simulation.Tests;

/// <summary>Timing's and Results' cores joined without anything between them: reads in, standings out.</summary>
internal sealed class CorePipeline
{
    private readonly MeetReads _reads = new();
    private readonly MeetScoring _scoring = new();
    private readonly Dictionary<string, ushort> _devices = [];

    /// <summary>Makes points and devices known; the backup clocks are not corrected yet.</summary>
    public CorePipeline()
    {
        foreach (var point in ScriptedCourse.Points)
        {
            _reads.ApplyPoint(point, PassingRule.Default);
            foreach (var device in (string[])[ReadScript.MainOf(point), ReadScript.BackupOf(point)])
            {
                _devices[device] = (ushort)_reads.ApplyDevice(device, DeviceRole.Main, DeviceClock.True);
            }
        }
    }

    public void SetRace(RaceScript script) => _scoring.SetRace(ScriptedCourse.Definition(script));

    public void SetEntry(ScriptedRunner runner) => _scoring.SetEntry(ScriptedCourse.EntryOf(runner));

    public void SetGun(Instant gun) => _scoring.SetGun(ScriptedCourse.RaceId, ScriptedCourse.WaveId, gun);

    public void Declare(ScriptedRunner runner)
    {
        var status = runner.Status switch
        {
            "DNS" => ResultStatus.Dns,
            "DNF" => ResultStatus.Dnf,
            _ => ResultStatus.None,
        };
        _scoring.Declare(ScriptedCourse.RaceId, runner.Bib, status);
    }

    public void CorrectClock(string pointId)
    {
        _reads.ApplyDevice(ReadScript.BackupOf(pointId), DeviceRole.Main, new DeviceClock(new Elapsed(ReadScript.BackupOffsetMicros)));
        Settle();
    }

    /// <summary>Applies a device's role and clock as they are recorded now.</summary>
    public void Apply(string deviceId, DeviceRole role, DeviceClock clock)
    {
        _reads.ApplyDevice(deviceId, role, clock);
        Settle();
    }

    /// <summary>What two devices saw of every chip at a point: the first by its own clock, the second corrected.</summary>
    public List<ChipCrossings> CrossingsOf(string pointId, string deviceId, string referenceId)
    {
        Assert.True(_reads.TryFindPoint(pointId, out var point));
        var reference = _reads.ClockOf(_devices[referenceId]);
        var chips = new List<ChipCrossings>();
        for (var chip = 0; chip < _reads.Chips.Count; chip++)
        {
            var (own, theirs) = (new List<Crossing>(), new List<Crossing>());
            CrossingFinder.Find(_reads.ReadsOf(point, chip), _devices[deviceId], time => time, PassingRule.Default.DeadTime.Micros, own);
            CrossingFinder.Find(_reads.ReadsOf(point, chip), _devices[referenceId], time => reference.Correct(time), PassingRule.Default.DeadTime.Micros, theirs);
            chips.Add(new ChipCrossings(own, theirs));
        }

        return chips;
    }

    public void Read(IEnumerable<ScriptedRead> batch)
    {
        foreach (var read in batch)
        {
            Assert.True(_reads.TryFindPoint(read.PointId, out var point));
            _reads.Add(point, _reads.Chips.Intern(read.Chip), new Read(read.TimeMicros, _devices[read.DeviceId], read.RssiDbm, 1));
        }

        Settle();
    }

    public void Rescore() => _scoring.Rescore();

    public RaceStandings Standings()
    {
        _scoring.Rescore();
        return Assert.Single(_scoring.Snapshot(default).Races);
    }

    /// <summary>Everything that a runner's result says, a line a runner.</summary>
    public static string Describe(RaceStandings race)
    {
        var text = new StringBuilder();
        for (var runner = 0; runner < race.RunnerCount; runner++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{race.EntryOf(runner).Bib} {race.StatusOf(runner)} {race.LastVisitOf(runner)}");
            foreach (var visit in race.Visits)
            {
                text.Append(CultureInfo.InvariantCulture, $" | {visit.CrossingOf(runner)} {visit.RankingTimeOf(runner)?.Micros} {visit.PlacesOf(runner)}");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private void Settle() => _reads.Settle((point, chip, passings) =>
    {
        Span<long> times = stackalloc long[passings.Length];
        for (var i = 0; i < passings.Length; i++)
        {
            times[i] = passings[i].TimeMicros;
        }

        _scoring.SetPassings(_reads.PointIdOf(point), _reads.Chips.CodeOf(chip), times);
    });
}
