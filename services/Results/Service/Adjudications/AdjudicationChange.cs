using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.Adjudications;

/// <summary>What is to become of one decision in Results' log.</summary>
/// <param name="MeetId">The meet.</param>
/// <param name="RaceId">Race of the decision.</param>
/// <param name="AdjudicationId">The decision.</param>
/// <param name="RequestId">May be empty.</param>
/// <param name="Name">For the log of the process.</param>
/// <param name="Change">From the latest record, null when there is none, to the new one; may refuse.</param>
internal sealed record AdjudicationChange(string MeetId, string RaceId, string AdjudicationId, string RequestId, string Name, Func<Adjudication?, Adjudication> Change);
