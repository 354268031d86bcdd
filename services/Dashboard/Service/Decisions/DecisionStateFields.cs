namespace RaceSystem.Dashboard.Service.Decisions;

/// <summary>Names in the forms on a decision's page; those of the contract, so that a refusal finds its field.</summary>
public static class DecisionStateFields
{
    /// <summary>Names in the forms.</summary>
    public const string Note = "note", RevokedBy = "revoked_by", LodgedBy = "lodged_by", Grounds = "grounds", Deadline = "deadline", Outcome = "outcome", DecisionNote = "decision_note", DecidedBy = "decided_by";

    /// <summary>What they are called on the page.</summary>
    public static IReadOnlyDictionary<string, string> Labels { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Note] = "Why", [RevokedBy] = "Who revokes", [LodgedBy] = "Who appeals", [Grounds] = "Grounds", [Deadline] = "To be decided until", [Outcome] = "Outcome", [DecisionNote] = "Why", [DecidedBy] = "Who decides",
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<string> Names => Labels.Keys;
}
