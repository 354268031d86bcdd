namespace RaceSystem.Results.Certification.Evidence;

/// <summary>Whose logs a classification is scored from, in the order in which they stand in the evidence.</summary>
public static class EvidenceOwners
{
    /// <summary>Meet, races, entries.</summary>
    public const string Registration = "registration";

    /// <summary>Declared statuses and adjudications.</summary>
    public const string Results = "results";

    /// <summary>Timing points, guns, passings, manual times.</summary>
    public const string Timing = "timing";

    /// <summary>All of them, in order.</summary>
    public static readonly IReadOnlyList<string> All = [Registration, Results, Timing];

    /// <summary>Keys of published classifications in Results' own log: what comes out is no evidence.</summary>
    public const string ClassificationPrefix = "classification/";
}
