using RaceSystem.Results.Certification.Awards;

namespace RaceSystem.Results.Certification.Comparison;

/// <summary>A list of winners that two versions have different: other runners, places or times.</summary>
/// <param name="AwardId">The award.</param>
/// <param name="DivisionId">The division; empty: the whole race.</param>
/// <param name="Sex">As rows write it; empty: any.</param>
/// <param name="Before">Empty: nobody won.</param>
/// <param name="After">Empty: nobody wins any more.</param>
public sealed record AwardDifference(string AwardId, string DivisionId, string Sex, IReadOnlyList<SignedWinner> Before, IReadOnlyList<SignedWinner> After)
{
    /// <summary>The lists that differ, in the order of the later version, lists that are gone last.</summary>
    public static IReadOnlyList<AwardDifference> Between(IReadOnlyList<SignedAward> before, IReadOnlyList<SignedAward> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (was, now) = (before.ToDictionary(Key), after.ToDictionary(Key));
        return
        [
            .. from key in after.Concat(before).Select(Key).Distinct()
               let old = was.GetValueOrDefault(key)?.Winners ?? []
               let winners = now.GetValueOrDefault(key)?.Winners ?? []
               where !old.SequenceEqual(winners)
               select new AwardDifference(key.AwardId, key.DivisionId, key.Sex, old, winners),
        ];
    }

    private static (string AwardId, string DivisionId, string Sex) Key(SignedAward award) => (award.AwardId, award.DivisionId, award.Sex);
}
