namespace RaceSystem.Results.Core.Rules;

/// <summary>One rule in words.</summary>
/// <param name="RuleId">Stable, for example <c>rounding</c>.</param>
/// <param name="Text">What it says.</param>
/// <param name="Source">Where the sport says so; empty: this system's choice.</param>
public sealed record RuleText(string RuleId, string Text, string Source);
