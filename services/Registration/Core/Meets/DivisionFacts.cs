using RaceSystem.Registration.Core.Attributes;

namespace RaceSystem.Registration.Core.Meets;

/// <summary>What finds a runner's division.</summary>
/// <param name="Age">On race day; 0: unknown.</param>
public readonly record struct DivisionFacts(Sex Sex, int Age, string Country, string Club, ValueList<AttributeValue> Attributes);
