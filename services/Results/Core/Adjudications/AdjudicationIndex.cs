namespace RaceSystem.Results.Core.Adjudications;

/// <summary>The standing decisions of a meet as scoring looks for them, each list in the order in which decisions count. Immutable.</summary>
internal sealed class AdjudicationIndex
{
    public static readonly AdjudicationIndex Empty = new([]);

    public AdjudicationIndex(IEnumerable<Adjudication> standing)
    {
        var all = standing.ToArray();
        Array.Sort(all, Adjudication.CompareByTime);
        All = all;
        IsEmpty = all.Length == 0;
        Identity = [.. all.Where(adjudication => IsIdentity(adjudication.Decision))];
        FinishOrders = all.Where(adjudication => adjudication.Decision is FinishOrder).ToLookup(adjudication => adjudication.RaceId, StringComparer.Ordinal);
        OfBib = all.Where(adjudication => adjudication.Bib.Length > 0).ToLookup(adjudication => adjudication.Bib, StringComparer.Ordinal);
        SwapsWith = Identity.Where(adjudication => adjudication.Decision is BibSwap { OtherBib.Length: > 0 })
            .ToLookup(adjudication => ((BibSwap)adjudication.Decision).OtherBib, StringComparer.Ordinal);
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<Adjudication> All { get; }

    public bool IsEmpty { get; }

    /// <summary>Decisions that say who ran where with which chips.</summary>
    public IReadOnlyList<Adjudication> Identity { get; }

    /// <summary>Finish orders by race.</summary>
    public ILookup<string, Adjudication> FinishOrders { get; }

    /// <summary>Decisions by the bib they concern, of all races.</summary>
    public ILookup<string, Adjudication> OfBib { get; }

    /// <summary>Swaps by the other bib.</summary>
    public ILookup<string, Adjudication> SwapsWith { get; }

    /// <summary>Whether a decision changes a runner's effective entry: the chips, the race or the wave.</summary>
    public static bool IsIdentity(Decision? decision) => decision is ChipDecision or BibSwap or RaceMove or StartWithWave;
}
