namespace RaceSystem.Registration.Core.Attributes;

/// <summary>Something the organiser wants to know of a runner.</summary>
/// <param name="Key">Unique in its entry.</param>
public sealed record AttributeValue(string Key, string Value);
