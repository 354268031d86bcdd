namespace RaceSystem.Results.Core.Races;

/// <summary>Who shares a place. Shared places count: 1, 2, 2, 4.</summary>
public enum TieRule : byte
{
    /// <summary>Nobody: the exact time decides, then the crossing, then the bib.</summary>
    ByHiddenTime,

    /// <summary>Runners with the same exact time.</summary>
    SharedByHiddenTime,

    /// <summary>Runners with the same displayed time.</summary>
    SharedByOfficialTime,
}
