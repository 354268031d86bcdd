using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>Guns that are missing, and runners who did not start when their wave did.</summary>
internal static class StartDetector
{
    /// <summary>Half of a wave crosses the line within some time; three times that and ten minutes is late.</summary>
    private const int LateFactor = 3;

    private const long LateMicros = 600 * Instant.MicrosPerSecond;

    /// <summary>Passings of the start line longer before the gun than this are not looked at.</summary>
    private const long EarliestMicros = 3 * 3_600 * Instant.MicrosPerSecond;

    public static IEnumerable<Anomaly> Find(FieldEvidence evidence) => evidence.Races.Where(race => race.Visits.Count > 0).SelectMany(race => Find(evidence, race));

    private static IEnumerable<Anomaly> Find(FieldEvidence evidence, RaceStandings race)
    {
        var guns = GunsOf(evidence, race);
        var windows = Windows(race, guns);
        var starts = Enumerable.Range(0, race.RunnerCount).Count(runner => race.Visits[0].CrossingOf(runner) is not null);
        foreach (var anomaly in MissingGuns(race, guns))
        {
            yield return anomaly;
        }

        for (var number = 0; number < race.RunnerCount; number++)
        {
            var runner = new FieldRunner(race, number);
            if (race.LastVisitOf(number) < 0 || race.HasDecidedStart(number))
            {
                continue;
            }

            var anomaly = BeforeGun(evidence, runner, guns, windows)
                ?? (runner.CrossingAt(0) is { } start ? AfterGun(runner, start, guns, windows) : WithoutStart(runner, starts));
            if (anomaly is not null)
            {
                yield return anomaly;
            }
        }
    }

    private static IEnumerable<Anomaly> MissingGuns(RaceStandings race, (string Wave, long Time)[] guns)
    {
        var read = Enumerable.Range(0, race.RunnerCount).Where(runner => race.LastVisitOf(runner) >= 0 && race.GunOf(runner) is null).GroupBy(runner => WaveOf(race, runner), StringComparer.Ordinal);
        foreach (var wave in read.Where(wave => !guns.Any(gun => gun.Wave == wave.Key)).OrderBy(wave => wave.Key, StringComparer.Ordinal))
        {
            yield return new Anomaly(
                AnomalyIds.Of(AnomalyKind.MissingGun, race.Race.RaceId, wave.Key),
                AnomalyKind.MissingGun,
                AnomalySeverity.Severe,
                race.Race.RaceId,
                [],
                $"Wave '{wave.Key}' has no gun, but {wave.Count()} of its runners were read.")
            {
                Evidence = [.. wave.Take(5).Select(runner => new FieldRunner(race, runner).Crossings().First())],
            };
        }
    }

    /// <summary>The guns of a race in the order of their times.</summary>
    public static (string Wave, long Time)[] GunsOf(FieldEvidence evidence, RaceStandings race) =>
        [.. evidence.Guns.Where(gun => gun.Key.RaceId == race.Race.RaceId).Select(gun => (Wave: gun.Key.WaveId, Time: gun.Value)).OrderBy(gun => gun.Time).ThenBy(gun => gun.Wave, StringComparer.Ordinal)];

    /// <summary>How long after its gun a wave still starts, by wave.</summary>
    public static Dictionary<string, long> Windows(RaceStandings race, (string Wave, long Time)[] guns)
    {
        var offsets = guns.ToDictionary(gun => gun.Wave, _ => new List<long>(), StringComparer.Ordinal);
        for (var runner = 0; runner < race.RunnerCount; runner++)
        {
            if (race.StartOf(runner) is { } start && race.GunOf(runner) is { } gun && offsets.TryGetValue(WaveOf(race, runner), out var wave))
            {
                wave.Add((start - gun).Micros);
            }
        }

        return offsets.ToDictionary(wave => wave.Key, wave => WindowOf(wave.Value), StringComparer.Ordinal);
    }

    private static long WindowOf(List<long> offsets)
    {
        offsets.Sort();
        return LateMicros + (offsets.Count == 0 ? 0 : LateFactor * offsets[(offsets.Count - 1) / 2]);
    }

    public static string WaveOf(RaceStandings race, int runner) =>
        race.EntryOf(runner).WaveId is { Length: > 0 } wave ? wave : race.Race.WaveIds.Count > 0 ? race.Race.WaveIds[0] : "";

    private static Anomaly? AfterGun(FieldRunner runner, long start, (string Wave, long Time)[] guns, Dictionary<string, long> windows)
    {
        var own = WaveOf(runner.Race, runner.Number);
        if (runner.Race.GunOf(runner.Number) is not { } gun || !windows.TryGetValue(own, out var window) || start - gun.Micros <= window)
        {
            return null;
        }

        var other = guns.LastOrDefault(other => other.Time <= start && other.Time > gun.Micros && other.Wave != own && start - other.Time <= windows[other.Wave]);
        return other.Wave is not null
            ? AnotherWave(runner, own, other, [runner.Crossing(0)])
            : new Anomaly(
                AnomalyIds.Of(AnomalyKind.LateStart, runner.Entry.EntryId),
                AnomalyKind.LateStart,
                AnomalySeverity.Notice,
                runner.Definition.RaceId,
                [runner.Bib],
                $"Bib {runner.Bib} started {FieldRunner.Text(start - gun.Micros)} after the gun of wave '{own}', whose last starters are expected within {FieldRunner.Text(window)}.")
            {
                Evidence = [new AnomalyReading("", runner.Bib, "", gun, $"gun of wave '{own}'"), runner.Crossing(0)],
                Suggestions = [new Suggestion(runner.Entry.EnteredRaceId, runner.Bib, new StartTime(new Instant(start)), "Count the time from the start line, if the rules excuse the late start.")],
            };
    }

    private static Anomaly AnotherWave(FieldRunner runner, string own, (string Wave, long Time) other, AnomalyReading[] readings) => new(
        AnomalyIds.Of(AnomalyKind.AnotherWave, runner.Entry.EntryId),
        AnomalyKind.AnotherWave,
        AnomalySeverity.Warning,
        runner.Definition.RaceId,
        [runner.Bib],
        $"Bib {runner.Bib} belongs to wave '{own}' and started with wave '{other.Wave}'.")
    {
        Evidence = [new AnomalyReading("", runner.Bib, "", runner.Race.GunOf(runner.Number), $"gun of wave '{own}'"), new AnomalyReading("", "", "", new Instant(other.Time), $"gun of wave '{other.Wave}'"), .. readings],
        Suggestions = [new Suggestion(runner.Entry.EnteredRaceId, runner.Bib, new StartWithWave(other.Wave), $"Count the time from the gun of wave '{other.Wave}'.")],
    };

    /// <summary>
    /// Crossings before the gun count for nothing. One of the start line is a start all the same when a later crossing, or the
    /// pace of the first leg, says that the runner did not wait for the gun.
    /// </summary>
    private static Anomaly? BeforeGun(FieldEvidence evidence, FieldRunner runner, (string Wave, long Time)[] guns, Dictionary<string, long> windows)
    {
        if (runner.Race.GunOf(runner.Number)?.Micros is not { } gun || !WasReadBefore(evidence, runner, gun))
        {
            return null;
        }

        var split = runner.FirstSplit();
        var startPoint = runner.Definition.Visits[0].TimingPointId;
        long? early = null;
        var onCourse = false;
        AnomalyReading? reading = null;
        foreach (var (time, point, chip) in evidence.PassingsOf(runner.Entry))
        {
            if (time >= gun || time < gun - EarliestMicros)
            {
                continue;
            }

            if (point == startPoint)
            {
                (early, onCourse) = (time, false);
                reading = new AnomalyReading(point, runner.Bib, chip, new Instant(time), "read before the gun of the runner's wave");
            }
            else
            {
                onCourse |= early is not null && runner.Definition.Visits.Any(visit => visit.TimingPointId == point);
            }
        }

        if (early is not { } start || !(onCourse || (!runner.IsMeasured(0) && split > 0 && RanFrom(runner, split, start, gun))))
        {
            return null;
        }

        var own = WaveOf(runner.Race, runner.Number);
        var other = guns.LastOrDefault(other => other.Time <= start && other.Wave != own && start - other.Time <= windows[other.Wave]);
        return other.Wave is not null ? AnotherWave(runner, own, other, [reading!, .. runner.Crossings()]) : new Anomaly(
            AnomalyIds.Of(AnomalyKind.EarlyStart, runner.Entry.EntryId),
            AnomalyKind.EarlyStart,
            AnomalySeverity.Warning,
            runner.Definition.RaceId,
            [runner.Bib],
            $"Bib {runner.Bib} crossed the start line {FieldRunner.Text(gun - start)} before the gun and did not come back.")
        {
            Evidence = [new AnomalyReading("", runner.Bib, "", new Instant(gun), $"gun of wave '{own}'"), reading!, .. runner.Crossings()],
            Suggestions =
            [
                new Suggestion(runner.Entry.EnteredRaceId, runner.Bib, new StartTime(new Instant(start)), "Count the time from the early start."),
                new Suggestion(runner.Entry.EnteredRaceId, runner.Bib, new NotClassification(), "Out of competition: the runner gained by the early start."),
            ],
        };
    }

    private static bool WasReadBefore(FieldEvidence evidence, FieldRunner runner, long gun)
    {
        foreach (var chip in runner.Entry.Chips)
        {
            // In order of time: the first one tells.
            if (evidence.Passings.Of(chip) is { Length: > 0 } passings && passings[0].Time < gun)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the first leg fits the next one, or anybody's pace, better when it began with the early crossing than with the gun.</summary>
    private static bool RanFrom(FieldRunner runner, int split, long start, long gun)
    {
        var metres = runner.Definition.Visits[split].DistanceM;
        var crossing = runner.CrossingAt(split)!.Value;
        var (early, regular) = (FieldRunner.PaceOf(crossing - start, metres), FieldRunner.PaceOf(crossing - gun, metres));
        for (var next = split + 1; next <= runner.Finish; next++)
        {
            if (runner.CrossingAt(next) is { } later)
            {
                var pace = FieldRunner.PaceOf(later - crossing, runner.Definition.Visits[next].DistanceM - metres);
                return regular < 0.9 * pace && Math.Abs(Math.Log(early / pace)) < Math.Abs(Math.Log(regular / pace));
            }
        }

        return regular < 150;
    }

    private static Anomaly? WithoutStart(FieldRunner runner, int starts)
    {
        // Where most runners have no start, there was no mat.
        if (!runner.IsMeasured(runner.Finish) || starts * 2 < runner.Race.Counts.Started)
        {
            return null;
        }

        var gun = runner.Race.GunOf(runner.Number);
        return new Anomaly(
            AnomalyIds.Of(AnomalyKind.FinishWithoutStart, runner.Entry.EntryId),
            AnomalyKind.FinishWithoutStart,
            runner.Race.ProfileOf(runner.Number) == RuleProfile.Net ? AnomalySeverity.Warning : AnomalySeverity.Notice,
            runner.Definition.RaceId,
            [runner.Bib],
            $"Bib {runner.Bib} finished, but the start was not measured: there is no net time.")
        {
            Evidence = [.. runner.Crossings().Take(Anomaly.MaxEvidence)],
            Suggestions = gun is { } start ? [new Suggestion(runner.Entry.EnteredRaceId, runner.Bib, new CrossingOverride(runner.Definition.Visits[0].SplitId, start), "Count the time from the gun.")] : [],
        };
    }
}
