using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Races;

/// <summary>
/// What a division, an award or a record asks of who a runner is: country, club, attributes. The one place where they are
/// judged; where the person is not there (erased, or left out of evidence) the outcome that was kept counts. Immutable.
/// </summary>
public sealed class PersonCondition
{
    /// <summary>Asks for nothing.</summary>
    public static readonly PersonCondition None = new();

    /// <param name="countries">One of these; empty: any.</param>
    /// <param name="clubs">One of these; empty: any.</param>
    /// <param name="attributes">All of these.</param>
    public PersonCondition(IReadOnlyList<string>? countries = null, IReadOnlyList<string>? clubs = null, IReadOnlyList<AttributeCondition>? attributes = null)
    {
        (Countries, Clubs, Attributes) = (countries ?? [], clubs ?? [], attributes ?? []);
        Id = Asks ? PersonConditionId.Of(Countries, Clubs, Attributes.Select(attribute => (attribute.Key, attribute.Values, attribute.Negated))) : 0;
    }

    /// <summary>Only runners of one of these; empty: any.</summary>
    public IReadOnlyList<string> Countries { get; }

    /// <summary>Only runners of one of these; empty: any.</summary>
    public IReadOnlyList<string> Clubs { get; }

    /// <summary>Only runners who meet all of these.</summary>
    public IReadOnlyList<AttributeCondition> Attributes { get; }

    /// <summary>By what it asks; 0: it asks for nothing.</summary>
    public ulong Id { get; }

    /// <summary>Not everybody meets it.</summary>
    public bool Asks => Countries.Count > 0 || Clubs.Count > 0 || Attributes.Count > 0;

    /// <summary>Whether a runner meets it.</summary>
    public bool IsMetBy(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return !Asks || (entry.Outcomes is { } kept ? kept.Has(Id) : Judge(entry));
    }

    private bool Judge(Entry entry)
    {
        if ((Countries.Count > 0 && !Countries.Contains(entry.Country, StringComparer.Ordinal))
            || (Clubs.Count > 0 && !Clubs.Contains(entry.Club, StringComparer.Ordinal)))
        {
            return false;
        }

        foreach (var attribute in Attributes)
        {
            if (!attribute.IsMetBy(entry))
            {
                return false;
            }
        }

        return true;
    }
}
