namespace RaceSystem.Results.Core.Adjudications;

/// <summary>The decisions of a meet that stand. Not safe to share between threads; its index is immutable.</summary>
internal sealed class AdjudicationBook
{
    private readonly Dictionary<(string RaceId, string AdjudicationId), Adjudication> _standing;
    private AdjudicationIndex? _index = AdjudicationIndex.Empty;
    private int _identity;

    public AdjudicationBook() => _standing = [];

    private AdjudicationBook(AdjudicationBook origin) =>
        (_standing, _index, _identity) = (new Dictionary<(string, string), Adjudication>(origin._standing), origin._index, origin._identity);

    /// <summary>A book of its own with the same decisions.</summary>
    public AdjudicationBook Copy() => new(this);

    /// <summary>Nothing was decided.</summary>
    public bool IsEmpty => _standing.Count == 0;

    /// <summary>Some decision changes who ran where with which chips.</summary>
    public bool HasIdentity => _identity > 0;

    /// <summary>The decisions in order; made anew after a change.</summary>
    public AdjudicationIndex Index => _index ??= new AdjudicationIndex(_standing.Values);

    /// <summary>Puts a decision in place of the earlier one under its id; null: revoked or gone. False when nothing changed.</summary>
    public bool Replace(string raceId, string adjudicationId, Adjudication? standing, out Adjudication? before)
    {
        _standing.TryGetValue((raceId, adjudicationId), out before);
        if (before == standing)
        {
            return false;
        }

        if (standing is null)
        {
            _standing.Remove((raceId, adjudicationId));
        }
        else
        {
            _standing[(raceId, adjudicationId)] = standing;
        }

        _identity += (AdjudicationIndex.IsIdentity(standing?.Decision) ? 1 : 0) - (AdjudicationIndex.IsIdentity(before?.Decision) ? 1 : 0);
        _index = null;
        return true;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _standing.Clear();
        _identity = 0;
        _index = AdjudicationIndex.Empty;
    }
}
