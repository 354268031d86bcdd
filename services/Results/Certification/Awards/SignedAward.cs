using RaceSystem.Results.Core.Awards;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Certification.Documents;

namespace RaceSystem.Results.Certification.Awards;

/// <summary>The winners of an award, or of one of its divisions, as they are signed: without names. Immutable.</summary>
/// <param name="AwardId">The award.</param>
/// <param name="DivisionId">The division; empty: the whole race.</param>
/// <param name="Sex">Runners of this sex only, as rows write it; empty: any.</param>
/// <param name="Winners">By place; never empty.</param>
public sealed record SignedAward(string AwardId, string DivisionId, string Sex, IReadOnlyList<SignedWinner> Winners)
{
    /// <summary>Most winners of a race that are signed: they stand in one line of the document.</summary>
    public const int MaxWinners = 50_000;

    /// <summary>The lists of a race that have winners, in the order of the rules.</summary>
    public static IReadOnlyList<SignedAward> Of(RaceStandings race) =>
    [
        .. from list in RaceAwards.Of(race).Lists
           where list.Winners.Count > 0
           select new SignedAward(list.Rule.AwardId, list.DivisionId, RowWords.Of(list.Sex), [.. list.Winners.Select(winner => WinnerOf(race, winner))]),
    ];

    private static SignedWinner WinnerOf(RaceStandings race, AwardWinner winner)
    {
        var entry = race.EntryOf(winner.Runner);
        return new SignedWinner(winner.Place, entry.Bib, entry.EntryId, winner.Time.Micros / 1_000);
    }
}
