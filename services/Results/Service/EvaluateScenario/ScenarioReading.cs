using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Scenarios;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Records;
using RaceSystem.Results.Service.Adjudications;
using RaceSystem.Results.V1;
using CoreChange = RaceSystem.Results.Core.Scenarios.ScenarioChange;
using ScenarioChange = RaceSystem.Results.V1.ScenarioChange;

namespace RaceSystem.Results.Service.EvaluateScenario;

/// <summary>Changes of the contract as the core makes them, one after the other: a change sees what those before it did. Checked before.</summary>
internal sealed class ScenarioReading(MeetScoring fork, MeetStandings standings, DateTimeOffset now)
{
    private int _decisions;

    /// <summary>Read while they are made.</summary>
    public IEnumerable<CoreChange> Read(IEnumerable<ScenarioChange> changes) => changes.SelectMany(Read);

    private IEnumerable<CoreChange> Read(ScenarioChange change) => change.ChangeCase switch
    {
        ScenarioChange.ChangeOneofCase.Gun => GunsOf(change.Gun),
        ScenarioChange.ChangeOneofCase.IgnoredPassings => [Ignored(change.IgnoredPassings)],
        ScenarioChange.ChangeOneofCase.ShiftedPassings => [Shifted(change.ShiftedPassings)],
        ScenarioChange.ChangeOneofCase.Rules => fork.FindRace(change.Rules.RaceId) is { } race ? [RulesOf(race, change.Rules)] : [],
        ScenarioChange.ChangeOneofCase.Adjudication => [DecisionOf(change.Adjudication)],
        ScenarioChange.ChangeOneofCase.AdjudicationRevoked => [new DecisionRevoked(change.AdjudicationRevoked.RaceId, change.AdjudicationRevoked.AdjudicationId)],
        ScenarioChange.ChangeOneofCase.Wave => fork.FindEntry(change.Wave.RaceId, change.Wave.Bib) is { } entry ? [new EntryChange(entry with { WaveId = change.Wave.WaveId })] : [],
        ScenarioChange.ChangeOneofCase.Status => [new StatusDeclared(change.Status.RaceId, change.Status.Bib, StatusReading.DeclaredOf(change.Status.Status))],
        _ => [],
    };

    private IEnumerable<CoreChange> GunsOf(V1.GunChange gun)
    {
        IReadOnlyList<string> waves = gun.WaveId.Length > 0 ? [gun.WaveId] : fork.FindRace(gun.RaceId)?.WaveIds ?? [];
        foreach (var wave in waves)
        {
            var time = gun.GunCase == V1.GunChange.GunOneofCase.StartTime
                ? MomentOf(gun.StartTime)
                : fork.GunOf(gun.RaceId, wave) + Elapsed.From(gun.Shift.ToTimeSpan());
            if (time is not null)
            {
                yield return new Core.Scenarios.GunChange(gun.RaceId, wave, time);
            }
        }
    }

    private static Core.Scenarios.IgnoredPassings Ignored(V1.IgnoredPassings ignored) =>
        new(ignored.TimingPointId, MomentOf(ignored.FromTime), MomentOf(ignored.ToTime));

    private static Core.Scenarios.ShiftedPassings Shifted(V1.ShiftedPassings shifted) =>
        new(shifted.TimingPointId, Elapsed.From(shifted.Offset.ToTimeSpan()), MomentOf(shifted.FromTime), MomentOf(shifted.ToTime));

    private static RaceChange RulesOf(Core.Races.RaceDefinition race, RulesChange change)
    {
        var changed = change.Rules is null ? race : race.With(change.Rules);
        changed = change.PaceLimits is null ? changed : changed.With(change.PaceLimits);
        if (change.TimeLimit is { } limit)
        {
            changed = changed with { TimeLimit = limit.ToTimeSpan() == TimeSpan.Zero ? null : Elapsed.From(limit.ToTimeSpan()) };
        }

        return new RaceChange(changed);
    }

    private DecisionAdded DecisionOf(Adjudication assumed)
    {
        var adjudication = ScenarioCheck.WithRace(assumed, standings).Clone();
        adjudication.AdjudicationId = adjudication.AdjudicationId.Length > 0 ? adjudication.AdjudicationId : $"what-if-{++_decisions}";
        adjudication.DecideTime = Timestamp.FromDateTimeOffset(now);
        return new DecisionAdded(AdjudicationReading.StandingOf(adjudication)!);
    }

    private static Instant? MomentOf(Timestamp? time) => time is null ? null : Instant.From(time.ToDateTimeOffset());
}
