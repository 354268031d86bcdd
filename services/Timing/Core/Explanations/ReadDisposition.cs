namespace RaceSystem.Timing.Core.Explanations;

/// <summary>What became of a read.</summary>
public enum ReadDisposition
{
    /// <summary>Its time is the passing's, by the rule; several can agree in it.</summary>
    GaveTime,

    /// <summary>One of those through which the peak was fitted.</summary>
    Fitted,

    /// <summary>Belongs to the passing; the rule took another one.</summary>
    PartOfPassing,

    /// <summary>Belongs to the passing; its device is a backup, and a main device read the chip.</summary>
    BackupNotNeeded,

    /// <summary>Its passing lies before the start and the minimum time since.</summary>
    BeforeMinimum,

    /// <summary>Its passing is one too many of a chip that was read all day.</summary>
    OverLimit,

    /// <summary>Held in a quarantine.</summary>
    Held,
}
