using RaceSystem.Kernel;
using RaceSystem.Registration.Core.Attributes;

namespace RaceSystem.Registration.Core.Meets;

/// <summary>What a division, an award or a record asks of who a runner is. Immutable.</summary>
/// <param name="Countries">One of these; empty: any.</param>
/// <param name="Clubs">One of these; empty: any.</param>
/// <param name="Attributes">All of these.</param>
public readonly record struct PersonCondition(ValueList<string> Countries, ValueList<string> Clubs, ValueList<AttributeCondition> Attributes)
{
    /// <summary>Not everybody meets it.</summary>
    public bool Asks => Countries.Count > 0 || Clubs.Count > 0 || Attributes.Count > 0;

    /// <summary>By what it asks: the id under which Results keeps its outcome.</summary>
    public ulong Id => PersonConditionId.Of(Countries, Clubs, Attributes.Select(attribute => (attribute.Key, (IReadOnlyList<string>)attribute.Values, attribute.Negated)));

    /// <summary>Whether a runner with this country, club and these attributes meets it.</summary>
    public bool IsMetBy(string country, string club, ValueList<AttributeValue> attributes)
    {
        if ((Countries.Count > 0 && !Countries.Contains(country, StringComparer.Ordinal)) || (Clubs.Count > 0 && !Clubs.Contains(club, StringComparer.Ordinal)))
        {
            return false;
        }

        foreach (var attribute in Attributes)
        {
            if (!attribute.IsMetBy(attributes))
            {
                return false;
            }
        }

        return true;
    }
}
