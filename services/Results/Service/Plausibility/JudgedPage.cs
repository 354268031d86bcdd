using System.Globalization;
using RaceSystem.Platform.Paging;
using RaceSystem.Results.Core.Plausibility;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Meets;

namespace RaceSystem.Results.Service.Plausibility;

/// <summary>A page of a list about a judged snapshot.</summary>
/// <param name="Meet">The meet.</param>
/// <param name="Race">The snapshot.</param>
/// <param name="Plausibility">What it tells.</param>
/// <param name="Version">Of the snapshot.</param>
/// <param name="From">Index of the page's first row.</param>
/// <param name="Scope">Of the list's tokens.</param>
internal sealed record JudgedPage(KnownMeet Meet, RaceStandings Race, RacePlausibility Plausibility, long Version, int From, string Scope)
{
    /// <summary>The token for what follows this page; empty: nothing does. Keeps the snapshot for it.</summary>
    public string NextToken(int pageSize, int total)
    {
        if (From + pageSize >= total)
        {
            return "";
        }

        Meet.Scorer.Pins.Keep(Version, Race);
        return PageToken.Encode(Scope, string.Create(CultureInfo.InvariantCulture, $"{Version}:{From + pageSize}"));
    }
}
