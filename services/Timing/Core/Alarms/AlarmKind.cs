namespace RaceSystem.Timing.Core.Alarms;

/// <summary>What an alarm is about; the rule of the same name raises it.</summary>
public enum AlarmKind
{
    /// <summary>A device reads nothing while runners pass its point.</summary>
    SilentDevice,

    /// <summary>Nothing is read at a point although runners are due.</summary>
    SilentPoint,

    /// <summary>An upload broke off, a decoder left, or reports stopped.</summary>
    ConnectionLost,

    /// <summary>A device's clock made a step.</summary>
    ClockJump,

    /// <summary>A device reads far less than before, or a point far fewer of the runners who are due.</summary>
    RateCollapse,

    /// <summary>Many chips that belong to no entry.</summary>
    UnknownChips,

    /// <summary>Reads are held until an operator decides.</summary>
    Quarantine,

    /// <summary>Frames that cannot be understood.</summary>
    DeadLetters,

    /// <summary>The device tells of a problem.</summary>
    DeviceProblem,

    /// <summary>The battery is nearly empty.</summary>
    BatteryLow,
}
