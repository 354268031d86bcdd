namespace RaceSystem.Results.Core.Races;

/// <summary>Asks for an attribute of an entry.</summary>
/// <param name="Key">The attribute.</param>
/// <param name="Values">One of these; empty: any value.</param>
/// <param name="Negated">The other way round: runners without it.</param>
public sealed record AttributeCondition(string Key, IReadOnlyList<string> Values, bool Negated)
{
    /// <summary>Whether an entry meets it.</summary>
    public bool IsMetBy(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var value = entry.AttributeOf(Key);
        var has = value.Length > 0 && (Values.Count == 0 || Values.Contains(value, StringComparer.Ordinal));
        return has != Negated;
    }
}
