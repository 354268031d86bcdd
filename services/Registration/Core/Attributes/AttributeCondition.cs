namespace RaceSystem.Registration.Core.Attributes;

/// <summary>Asks for an attribute of an entry.</summary>
/// <param name="Values">One of these; empty: any value.</param>
/// <param name="Negated">The other way round: runners without it.</param>
public sealed record AttributeCondition(string Key, ValueList<string> Values, bool Negated)
{
    /// <summary>Whether a runner with these attributes meets it.</summary>
    public bool IsMetBy(ValueList<AttributeValue> attributes)
    {
        var value = "";
        foreach (var attribute in attributes)
        {
            value = string.Equals(attribute.Key, Key, StringComparison.Ordinal) ? attribute.Value : value;
        }

        return (value.Length > 0 && (Values.Count == 0 || Values.Contains(value, StringComparer.Ordinal))) != Negated;
    }
}
