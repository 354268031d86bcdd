using RaceSystem.Results.Service.DecideAppeal;
using RaceSystem.Results.Service.ListAdjudications;
using RaceSystem.Results.Service.LodgeAppeal;
using RaceSystem.Results.Service.RecordAdjudication;
using RaceSystem.Results.Service.RevokeAdjudication;

namespace RaceSystem.Results.Service.Adjudications;

/// <summary>The handlers of the calls on decisions and appeals.</summary>
internal sealed record AdjudicationHandlers(
    RecordAdjudicationHandler Record,
    RevokeAdjudicationHandler Revoke,
    ListAdjudicationsHandler List,
    LodgeAppealHandler LodgeAppeal,
    DecideAppealHandler DecideAppeal);
