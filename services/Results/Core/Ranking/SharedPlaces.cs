namespace RaceSystem.Results.Core.Ranking;

/// <summary>A <see cref="PlaceCount"/> in which those share a place who follow each other with an equal key: a time, a score, a place.</summary>
internal record struct SharedPlaces<TKey>
    where TKey : struct, IEquatable<TKey>
{
    private TKey _key;
    private PlaceCount _places;

    /// <summary>How many went by.</summary>
    public readonly int Count => _places.Count;

    /// <summary>The place of the next one, who shares it with the one before if their keys are equal.</summary>
    public int Next(TKey key)
    {
        var place = _places.Next(_key.Equals(key));
        _key = key;
        return place;
    }

    /// <summary>The place of the next one, who shares it with nobody.</summary>
    public int Next() => _places.Next(shares: false);

    /// <summary>The next one shares no place with anybody before.</summary>
    public void Separate() => _places.Separate();
}
