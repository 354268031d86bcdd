namespace RaceSystem.Results.Core.Races;

/// <summary>Which conditions a person met, kept in place of the person. A condition that nobody asked then is not met. Immutable.</summary>
/// <param name="met">Ids of conditions.</param>
public sealed class PersonOutcomes(IEnumerable<ulong> met)
{
    private readonly ulong[] _met = [.. met.Order()];

    /// <summary>Whether the person met a condition.</summary>
    public bool Has(ulong id) => Array.BinarySearch(_met, id) >= 0;

    /// <summary>Whether two say the same.</summary>
    public static bool AreSame(PersonOutcomes? one, PersonOutcomes? other) =>
        ReferenceEquals(one, other) || (one is not null && other is not null && one._met.AsSpan().SequenceEqual(other._met));
}
