using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.Adjudications;

/// <summary>Which steps a decision and its appeal allow: standing → revoked; none → lodged → upheld, rejected or withdrawn; withdrawn → lodged.</summary>
internal static class AdjudicationStates
{
    /// <exception cref="RefusalException">It is revoked (<c>ADJUDICATION_REVOKED</c>), or an appeal waits (<c>APPEAL_OPEN</c>).</exception>
    public static void RequireRevocable(Adjudication adjudication)
    {
        RequireStanding(adjudication);
        if (adjudication.Appeal?.State == AppealState.Lodged)
        {
            throw Refused("APPEAL_OPEN", adjudication, "has an appeal that is not decided: DecideAppeal with UPHELD revokes the decision.");
        }
    }

    /// <exception cref="RefusalException">It is revoked (<c>ADJUDICATION_REVOKED</c>), or was appealed before (<c>APPEAL_OPEN</c>, <c>APPEAL_DECIDED</c>).</exception>
    public static void RequireAppealable(Adjudication adjudication)
    {
        RequireStanding(adjudication);
        switch (adjudication.Appeal?.State)
        {
            case AppealState.Lodged:
                throw Refused("APPEAL_OPEN", adjudication, "has an appeal already that is not decided.");
            case AppealState.Rejected or AppealState.Upheld:
                throw Refused("APPEAL_DECIDED", adjudication, "was appealed, and the appeal was decided: that is final.");
            default:
                return;
        }
    }

    /// <exception cref="RefusalException">No appeal waits to be decided (<c>APPEAL_NOT_OPEN</c>).</exception>
    public static void RequireAppealed(Adjudication adjudication)
    {
        if (adjudication.Appeal?.State != AppealState.Lodged)
        {
            throw Refused("APPEAL_NOT_OPEN", adjudication, adjudication.Appeal is null ? "was not appealed." : "has an appeal that is decided.");
        }
    }

    private static void RequireStanding(Adjudication adjudication)
    {
        if (adjudication.Revocation is not null)
        {
            throw Refused("ADJUDICATION_REVOKED", adjudication, "is revoked already.");
        }
    }

    private static RefusalException Refused(string reason, Adjudication adjudication, string why) =>
        new(RefusalKind.FailedPrecondition, reason, $"Adjudication '{adjudication.AdjudicationId}' of race '{adjudication.RaceId}' {why}");
}
