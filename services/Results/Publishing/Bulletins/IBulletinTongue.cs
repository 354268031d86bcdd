using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Publishing.Bulletins;

/// <summary>Tells the news in a language.</summary>
internal interface IBulletinTongue
{
    /// <summary>What the paper is.</summary>
    string Kind { get; }

    /// <summary>Said of results that are not official.</summary>
    string Reservation { get; }

    /// <summary>The first paragraph: where, when, how many, from how many countries.</summary>
    string Lead(MeetFacts meet, IReadOnlyList<RaceNews> races, int nations);

    /// <summary>The paragraphs on a race; empty ones are left out.</summary>
    IEnumerable<string> Story(RaceNews race);
}
