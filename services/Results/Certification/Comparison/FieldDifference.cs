namespace RaceSystem.Results.Certification.Comparison;

/// <summary>A field that two versions of a row have different.</summary>
/// <param name="Field">Its name; <c>splits.&lt;split_id&gt;</c> for a split.</param>
/// <param name="Before">JSON; empty: not there.</param>
/// <param name="After">JSON; empty: not there.</param>
public sealed record FieldDifference(string Field, string Before, string After);
