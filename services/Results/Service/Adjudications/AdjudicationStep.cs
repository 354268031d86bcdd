using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.Adjudications;

/// <summary>A step that a caller wants a recorded decision to take.</summary>
/// <param name="MeetId">The meet.</param>
/// <param name="RaceId">Race of the decision.</param>
/// <param name="AdjudicationId">The decision.</param>
/// <param name="RequestId">May be empty.</param>
/// <param name="Name">For the log of the process.</param>
/// <param name="Require">Refuses a decision that cannot take the step.</param>
/// <param name="Apply">The decision after the step; takes one that cannot take it, too.</param>
internal sealed record AdjudicationStep(
    string MeetId, string RaceId, string AdjudicationId, string RequestId, string Name, Action<Adjudication> Require, Func<Adjudication, Adjudication> Apply);
