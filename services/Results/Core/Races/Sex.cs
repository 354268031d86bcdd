namespace RaceSystem.Results.Core.Races;

/// <summary>Sex as registered. Unknown runners are ranked overall, never by sex or division.</summary>
public enum Sex : byte
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>Men.</summary>
    Male,

    /// <summary>Women.</summary>
    Female,

    /// <summary>Neither; ranked among themselves.</summary>
    NonBinary,
}
