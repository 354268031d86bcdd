namespace RaceSystem.Timing.Core.Clocks;

/// <summary>What a device's reads are worth beside those of the others at its point.</summary>
public enum DeviceRole
{
    /// <summary>Its reads give a passing its time.</summary>
    Main,

    /// <summary>Its reads give a passing its time only when no main device read the passing.</summary>
    Backup,
}
