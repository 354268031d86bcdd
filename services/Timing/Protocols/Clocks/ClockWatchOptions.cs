namespace RaceSystem.Timing.Protocols.Clocks;

/// <summary>When a clock is called wrong.</summary>
public sealed record ClockWatchOptions
{
    /// <summary>Offset that is let pass when it is known from sync exchanges.</summary>
    public TimeSpan SampleTolerance { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Offset that is let pass when it is known only from when reads arrive.</summary>
    public TimeSpan ReadTolerance { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a lag must have stayed the same before a clock is called wrong by its reads.</summary>
    public TimeSpan SteadyFor { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How much a lag may change meanwhile: a decoder that sends stored reads catches up by more.</summary>
    public TimeSpan SteadyWithin { get; init; } = TimeSpan.FromSeconds(5);
}
