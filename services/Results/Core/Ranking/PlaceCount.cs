namespace RaceSystem.Results.Core.Ranking;

/// <summary>Counts the places of one list while those on it go by, best first. Shared places count: 1, 2, 2, 4.</summary>
internal record struct PlaceCount
{
    private int _place;

    /// <summary>How many went by.</summary>
    public int Count { get; private set; }

    /// <summary>The place of the next one.</summary>
    /// <param name="shares">Whether it is equal to the one before.</param>
    public int Next(bool shares)
    {
        Count++;
        if (!shares || _place == 0)
        {
            _place = Count;
        }

        return _place;
    }

    /// <summary>The next one shares no place with anybody before.</summary>
    public void Separate() => _place = 0;
}
