namespace RaceSystem.Results.Core.Races;

/// <summary>Sex as registered. Who has none is ranked overall and in divisions that take anybody, never by sex.</summary>
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

/// <summary>For columns by sex.</summary>
internal static class Sexes
{
    /// <summary>Values of <see cref="Sex"/>, the unknown one with them.</summary>
    public const int Count = 4;
}
