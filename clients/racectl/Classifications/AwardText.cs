using RaceSystem.Results.Certification.Awards;
using RaceSystem.Results.V1;
using Sex = RaceSystem.Registration.V1.Sex;

namespace RaceSystem.Racectl.Classifications;

/// <summary>Signed awards for people: winners by bib, as they are signed.</summary>
internal static class AwardText
{
    public static string Of(SignedAward award) =>
        $"  {NameOf(award.AwardId, award.DivisionId, award.Sex)}: {string.Join(", ", award.Winners.Select(TextOf))}";

    public static string Of(ClassifiedAwardChange change) =>
        $"  award {NameOf(change.AwardId, change.DivisionId, change.Sex == Sex.Unspecified ? "" : change.Sex.ToString())}: {TextOf(change.Before)} → {TextOf(change.After)}";

    /// <summary>For programs: times in milliseconds, as they are signed.</summary>
    public static object JsonOf(ClassifiedAwardChange change) => new
    {
        change.AwardId,
        change.DivisionId,
        Sex = change.Sex == Sex.Unspecified ? "" : change.Sex.ToString(),
        Before = change.Before.Select(SignedOf),
        After = change.After.Select(SignedOf),
    };

    /// <summary>A document of the first form says nothing of awards.</summary>
    public static string CountOf(IReadOnlyList<SignedAward>? awards) => awards is null
        ? "NOT PROVEN: awards. This version was published before they were signed."
        : $"{awards.Sum(award => award.Winners.Count)} winners on {awards.Count} lists of awards are signed with it.";

    public static IEnumerable<string> NotCompared(DiffClassificationsResponse diff) =>
        diff.AwardsCompared ? [] : ["Awards are not compared: one of the versions was published before they were signed."];

    private static string TextOf(IEnumerable<ClassifiedWinner> winners) =>
        string.Join(", ", winners.Select(winner => TextOf(SignedOf(winner))).DefaultIfEmpty("nobody"));

    private static string TextOf(SignedWinner winner) =>
        $"{winner.Place}. {(winner.Bib.Length > 0 ? winner.Bib : winner.EntryId)} {ClassificationText.Clock(winner.TimeMs)}";

    private static SignedWinner SignedOf(ClassifiedWinner winner) =>
        new(winner.Place, winner.Bib, winner.EntryId, (long)winner.Time.ToTimeSpan().TotalMilliseconds);

    private static string NameOf(params string[] parts) => string.Join(' ', parts.Where(part => part.Length > 0));
}
