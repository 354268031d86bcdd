using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Tests.Protocols;

/// <summary>What sessions of a test work with; each session of it shares the sink and the memory.</summary>
public sealed class SessionSetup
{
    public RecordingSink Sink { get; init; } = new();

    public MemoryStub Memory { get; init; } = new();

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Date of times without one; null: the clock's.</summary>
    public DateOnly? Date { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public SessionLimits Limits { get; init; } = SessionLimits.Default;

    public Dictionary<string, string> Settings { get; init; } = new(StringComparer.Ordinal);

    public DecoderSessionContext Context() => new(Sink, new DeviceTimes(Zone, Date, Clock), Memory, Clock, Limits, Settings);
}
