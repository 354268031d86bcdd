using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Scenarios;

/// <summary>One thing that a scenario assumes to be otherwise. Immutable; what it names and is not there changes nothing.</summary>
public abstract record ScenarioChange
{
    /// <summary>Makes it so.</summary>
    public abstract void ApplyTo(MeetScoring scoring);
}

/// <summary>A wave's gun at another time.</summary>
/// <param name="RaceId">The race.</param>
/// <param name="WaveId">The wave.</param>
/// <param name="Time">Null: none was fired.</param>
public sealed record GunChange(string RaceId, string WaveId, Instant? Time) : ScenarioChange
{
    /// <inheritdoc/>
    public override void ApplyTo(MeetScoring scoring) => scoring.SetGun(RaceId, WaveId, Time);
}

/// <summary>The chips' passings at a timing point as if they had not been read.</summary>
/// <param name="TimingPointId">The point, in all races that go there.</param>
/// <param name="From">Only passings from this moment on; null: from the first.</param>
/// <param name="To">Only passings before this moment; null: to the last.</param>
public sealed record IgnoredPassings(string TimingPointId, Instant? From, Instant? To) : ScenarioChange
{
    /// <inheritdoc/>
    public override void ApplyTo(MeetScoring scoring) => scoring.IgnorePassings(TimingPointId, From, To);
}

/// <summary>The chips' passings at a timing point at another time: its clock was off.</summary>
/// <param name="TimingPointId">The point, in all races that go there.</param>
/// <param name="By">Added to each passing.</param>
/// <param name="From">Only passings from this moment on, as they are now; null: from the first.</param>
/// <param name="To">Only passings before this moment, as they are now; null: to the last.</param>
public sealed record ShiftedPassings(string TimingPointId, Elapsed By, Instant? From, Instant? To) : ScenarioChange
{
    /// <inheritdoc/>
    public override void ApplyTo(MeetScoring scoring) => scoring.ShiftPassings(TimingPointId, By, From, To);
}

/// <summary>A race by other rules: profile, ties, limits, or whatever else its definition says.</summary>
/// <param name="Race">The whole definition as it would be.</param>
public sealed record RaceChange(RaceDefinition Race) : ScenarioChange
{
    /// <inheritdoc/>
    public override void ApplyTo(MeetScoring scoring) => scoring.SetRace(Race);
}

/// <summary>A decision that is made, or replaced under its id.</summary>
/// <param name="Adjudication">The decision.</param>
public sealed record DecisionAdded(Adjudication Adjudication) : ScenarioChange
{
    /// <inheritdoc/>
    public override void ApplyTo(MeetScoring scoring) => scoring.SetAdjudication(Adjudication.RaceId, Adjudication.AdjudicationId, Adjudication);
}

/// <summary>A decision that is revoked.</summary>
/// <param name="RaceId">The race it is recorded in.</param>
/// <param name="AdjudicationId">The decision.</param>
public sealed record DecisionRevoked(string RaceId, string AdjudicationId) : ScenarioChange
{
    /// <inheritdoc/>
    public override void ApplyTo(MeetScoring scoring) => scoring.SetAdjudication(RaceId, AdjudicationId, null);
}

/// <summary>Race control's word on a runner.</summary>
/// <param name="RaceId">The race.</param>
/// <param name="Bib">The runner.</param>
/// <param name="Status"><see cref="ResultStatus.None"/>: taken back.</param>
public sealed record StatusDeclared(string RaceId, string Bib, ResultStatus Status) : ScenarioChange
{
    /// <inheritdoc/>
    public override void ApplyTo(MeetScoring scoring) => scoring.Declare(RaceId, Bib, Status);
}

/// <summary>An entry as it would be: in another wave, with another chip, division or sex.</summary>
/// <param name="Entry">The whole entry.</param>
public sealed record EntryChange(Entry Entry) : ScenarioChange
{
    /// <inheritdoc/>
    public override void ApplyTo(MeetScoring scoring) => scoring.SetEntry(Entry);
}
