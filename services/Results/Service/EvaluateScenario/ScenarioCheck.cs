using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Adjudications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.EvaluateScenario;

/// <summary>Whether a scenario can be evaluated: it is well formed, and what it names is in the meet. Made for one snapshot.</summary>
internal sealed class ScenarioCheck(MeetStandings standings)
{
    private const int MaxChanges = 1_000;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Everything that is named is there.</summary>
    public bool Holds(RepeatedField<ScenarioChange> changes)
    {
        try
        {
            Require(changes);
            return true;
        }
        catch (RefusalException refusal) when (refusal.Kind != RefusalKind.InvalidArgument)
        {
            // Registration may know more than this snapshot: the caller looks again.
            return false;
        }
    }

    /// <exception cref="RefusalException"><c>SCENARIO_INVALID</c>, or what a change names is not there (<c>RACE_UNKNOWN</c>, <c>WAVE_UNKNOWN</c>, <c>BIB_UNKNOWN</c> …).</exception>
    public void Require(RepeatedField<ScenarioChange> changes)
    {
        if (changes.Count is 0 or > MaxChanges)
        {
            throw RefusalException.Invalid("SCENARIO_INVALID", "changes", $"must be 1 to {MaxChanges}.");
        }

        for (var i = 0; i < changes.Count; i++)
        {
            Check(changes[i], $"changes[{i}]");
        }
    }

    /// <summary>A decision on a runner whose race was left out.</summary>
    public static Adjudication WithRace(Adjudication adjudication, MeetStandings standings)
    {
        if (adjudication.RaceId.Length > 0 || AdjudicationReferences.FindRunner(standings, adjudication.Bib) is not { Race: { } race, Runner: var runner })
        {
            return adjudication;
        }

        var found = adjudication.Clone();
        found.RaceId = race.EntryOf(runner).EnteredRaceId;
        return found;
    }

    private void Check(ScenarioChange change, string field)
    {
        switch (change.ChangeCase)
        {
            case ScenarioChange.ChangeOneofCase.Gun:
                CheckGun(change.Gun, field + ".gun");
                break;
            case ScenarioChange.ChangeOneofCase.IgnoredPassings:
                CheckPoint(change.IgnoredPassings.TimingPointId, field + ".ignored_passings");
                break;
            case ScenarioChange.ChangeOneofCase.ShiftedPassings:
                CheckPoint(change.ShiftedPassings.TimingPointId, field + ".shifted_passings");
                CheckShift(change.ShiftedPassings.Offset, field + ".shifted_passings.offset");
                break;
            case ScenarioChange.ChangeOneofCase.Rules:
                RequireRace(change.Rules.RaceId, field + ".rules.race_id");
                CheckRules(change.Rules, field + ".rules");
                break;
            case ScenarioChange.ChangeOneofCase.Adjudication:
                AdjudicationForm.Require(change.Adjudication);
                AdjudicationReferences.Require(WithRace(change.Adjudication, standings), standings);
                break;
            case ScenarioChange.ChangeOneofCase.AdjudicationRevoked:
                RequireRace(change.AdjudicationRevoked.RaceId, field + ".adjudication_revoked.race_id");
                Identifier.Require(change.AdjudicationRevoked.AdjudicationId, field + ".adjudication_revoked.adjudication_id");
                break;
            case ScenarioChange.ChangeOneofCase.Wave:
                RequireRunner(change.Wave.RaceId, change.Wave.Bib, field + ".wave");
                RequireWave(change.Wave.RaceId, change.Wave.WaveId, field + ".wave.wave_id");
                break;
            case ScenarioChange.ChangeOneofCase.Status:
                RequireRunner(change.Status.RaceId, change.Status.Bib, field + ".status");
                Check(change.Status.Status is ResultStatus.Unspecified or ResultStatus.Dns or ResultStatus.Dnf or ResultStatus.Dsq or ResultStatus.NotClassified, field + ".status.status", "must be DNS, DNF, DSQ, NOT_CLASSIFIED or unspecified.");
                break;
            default:
                throw RefusalException.Invalid("SCENARIO_INVALID", field, "is empty: say what to assume.");
        }
    }

    private void CheckGun(GunChange gun, string field)
    {
        RequireRace(gun.RaceId, field + ".race_id");
        RequireWave(gun.RaceId, gun.WaveId, field + ".wave_id");
        Check(gun.GunCase != GunChange.GunOneofCase.None, field, "needs a start_time or a shift.");
        if (gun.GunCase == GunChange.GunOneofCase.Shift)
        {
            CheckShift(gun.Shift, field + ".shift");
        }
    }

    private static void CheckRules(RulesChange change, string field)
    {
        Check(change.Rules is not null || change.TimeLimit is not null || change.PaceLimits is not null, field, "needs rules, a time_limit or pace_limits.");
        Check(change.TimeLimit is null || change.TimeLimit.ToTimeSpan() >= TimeSpan.Zero, field + ".time_limit", "must not be negative.");
        Check(change.PaceLimits is null || change.PaceLimits.FastestPerKm is null || change.PaceLimits.FastestPerKm.ToTimeSpan() > TimeSpan.Zero, field + ".pace_limits.fastest_per_km", "must be more than 0.");
        Check(change.PaceLimits is not { FastestPerKm: { } fastest, SlowestPerKm: { } slowest } || fastest.ToTimeSpan() < slowest.ToTimeSpan(), field + ".pace_limits", "must have a fastest pace below the slowest.");
    }

    private void CheckPoint(string pointId, string field)
    {
        if (!standings.Races.Any(race => race.Race.Visits.Any(visit => visit.TimingPointId == pointId)))
        {
            throw RefusalException.NotFound("TIMING_POINT_UNKNOWN", $"{field}: no race goes to timing point '{pointId}'.");
        }
    }

    private static void CheckShift(Duration? shift, string field) =>
        Check(shift is not null && shift.ToTimeSpan() is var time && time != TimeSpan.Zero && time.Duration() <= Longest, field, "must be a time other than 0, at most 24 h either way.");

    private RaceStandings RequireRace(string raceId, string field) => standings.Find(raceId)
        ?? throw RefusalException.NotFound("RACE_UNKNOWN", $"{field}: there is no race '{raceId}' in this meet.");

    private void RequireRunner(string raceId, string bib, string field)
    {
        if (RequireRace(raceId, field + ".race_id").FindBib(bib) < 0)
        {
            throw RefusalException.NotFound("BIB_UNKNOWN", $"{field}.bib: nobody wears bib '{bib}' in race '{raceId}'.");
        }
    }

    private void RequireWave(string raceId, string waveId, string field)
    {
        if (waveId.Length > 0 && !RequireRace(raceId, field).Race.WaveIds.Contains(waveId, StringComparer.Ordinal))
        {
            throw RefusalException.NotFound("WAVE_UNKNOWN", $"{field}: race '{raceId}' has no wave '{waveId}'.");
        }
    }

    private static void Check(bool holds, string field, string description)
    {
        if (!holds)
        {
            throw RefusalException.Invalid("SCENARIO_INVALID", field, description);
        }
    }
}
