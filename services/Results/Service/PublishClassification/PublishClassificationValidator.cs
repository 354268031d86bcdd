using RaceSystem.Kernel;
using RaceSystem.Results.Certification.Awards;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Core.Awards;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Classifications;
using RaceSystem.Results.V1;
using ClassificationState = RaceSystem.Results.Certification.Documents.ClassificationState;

namespace RaceSystem.Results.Service.PublishClassification;

/// <summary>What can be said about a request, and about a state that follows another.</summary>
internal static class PublishClassificationValidator
{
    private const int MaxPublishedByLength = 100, MaxReasonLength = 500, MaxAccepted = 1_000, MaxItemIdLength = 100;

    /// <exception cref="RefusalException">Something is wrong with it (<c>CLASSIFICATION_INVALID</c>).</exception>
    public static ClassificationState Require(PublishClassificationRequest request)
    {
        var state = ClassificationWire.StateOf(request.State);
        var violations = new List<FieldViolation>();
        if (state is null)
        {
            violations.Add(new FieldViolation("state", "must be PROVISIONAL, OFFICIAL or AMENDED."));
        }

        if (request.PublishedBy.Length is 0 or > MaxPublishedByLength)
        {
            violations.Add(new FieldViolation("published_by", $"must be 1 to {MaxPublishedByLength} characters: it is signed with the results."));
        }

        if (request.Reason.Length > MaxReasonLength || (state == ClassificationState.Amended && request.Reason.Length == 0))
        {
            violations.Add(new FieldViolation("reason", $"must be {(state == ClassificationState.Amended ? "1 to" : "at most")} {MaxReasonLength} characters: an amendment says why."));
        }

        if (request.AcceptedItemIds.Count > MaxAccepted || request.AcceptedItemIds.Any(id => id.Length is 0 or > MaxItemIdLength))
        {
            violations.Add(new FieldViolation("accepted_item_ids", $"must be at most {MaxAccepted} ids of CheckClassification."));
        }

        return violations.Count == 0 && state is { } wanted
            ? wanted
            : throw new RefusalException(RefusalKind.InvalidArgument, "CLASSIFICATION_INVALID", "Nothing was published: the request is wrong, the violations say where.", violations);
    }

    /// <exception cref="RefusalException">It does not follow what is published (<c>CLASSIFICATION_STATE_INVALID</c>).</exception>
    public static void RequireNext(ClassificationState? latest, ClassificationState wanted)
    {
        var allowed = ClassificationStates.Next(latest);
        if (!allowed.Contains(wanted))
        {
            throw new RefusalException(
                RefusalKind.FailedPrecondition,
                "CLASSIFICATION_STATE_INVALID",
                $"{wanted.NameOf()} cannot follow {latest?.NameOf() ?? "nothing"}: publish {string.Join(" or ", allowed.Select(state => state.NameOf()))}.");
        }
    }

    /// <exception cref="RefusalException">There are more winners than a header holds (<c>AWARDS_TOO_MANY</c>).</exception>
    public static void RequireAwards(RaceStandings race)
    {
        if (RaceAwards.Of(race).Lists.Sum(list => list.Winners.Count) > SignedAward.MaxWinners)
        {
            throw new RefusalException(RefusalKind.ResourceExhausted, "AWARDS_TOO_MANY", $"Nothing was published: the race's awards have more than {SignedAward.MaxWinners} winners. Award fewer places.");
        }
    }

    /// <exception cref="RefusalException">Something that blocks is open and not accepted (<c>CHECK_OPEN</c>).</exception>
    public static IReadOnlyList<string> RequireChecked(PublishClassificationRequest request, ClassificationState state, IReadOnlyList<CheckItem> items)
    {
        var blocking = items.Where(item => item.Blocking).ToArray();
        var open = blocking.Where(item => !request.AcceptedItemIds.Contains(item.ItemId)).ToArray();
        if (state.IsCertified() && open.Length > 0)
        {
            throw new RefusalException(
                RefusalKind.FailedPrecondition,
                "CHECK_OPEN",
                $"Nothing was published: {open.Length} open {(open.Length == 1 ? "item blocks" : "items block")} it. Solve what is open, or accept it by its id.",
                [.. open.Take(100).Select(item => new FieldViolation(item.ItemId, item.Message))]);
        }

        return state.IsCertified() ? [.. blocking.Select(item => item.ItemId).Order(StringComparer.Ordinal)] : [];
    }
}
