namespace RaceSystem.Results.Core.Races;

/// <summary>What of a runner may be published. Times and places stay in any case.</summary>
public enum Visibility : byte
{
    /// <summary>Everything.</summary>
    Public,

    /// <summary>No name, club, team or country; the organiser knows them.</summary>
    Anonymous,

    /// <summary>The person's data is gone everywhere.</summary>
    Erased,
}
