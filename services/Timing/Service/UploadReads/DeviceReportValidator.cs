using RaceSystem.Kernel;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.UploadReads;

/// <summary>Refuses a report that cannot be true or is too large to keep.</summary>
internal static class DeviceReportValidator
{
    // The range of Timestamp, 0001 to 9999.
    private const long EarliestMicros = -62_135_596_800_000_000;
    private const long LatestMicros = 253_402_300_799_999_999;

    internal static void Validate(DeviceReport report)
    {
        RequireText(report.Problem, "problem");
        Require(report.UnsentReads >= 0, "unsent_reads", "is negative.");
        Require(report.RejectedFrames >= 0, "rejected_frames", "is negative.");
        Require(!report.HasBatteryPercent || report.BatteryPercent is >= 0 and <= 100, "battery_percent", "must lie between 0 and 100.");
        Require(!report.HasTemperatureC || report.TemperatureC is >= -100 and <= 200, "temperature_c", "must lie between -100 and 200.");
        Require(report.ClockSamples.Count <= Limits.ClockSamplesPerReport, "clock_samples", $"has {report.ClockSamples.Count} samples: send at most {Limits.ClockSamplesPerReport}, the most exact.");
        if (report.OldestUnsentTime is not null)
        {
            Wire.InstantOf(report.OldestUnsentTime, "report.oldest_unsent_time");
        }

        foreach (var sample in report.ClockSamples)
        {
            Require(IsTime(sample.DeviceTimeUs) && IsTime(sample.AgentTimeUs), "clock_samples", "has a time outside of the years 1 to 9999.");
            Require(sample.RoundTripUs >= 0, "clock_samples", "has a negative round trip.");
        }

        if (report.ClockVerdict is { } verdict)
        {
            RequireText(verdict.Evidence, "clock_verdict.evidence");
            Require(Enum.IsDefined(verdict.Fault), "clock_verdict.fault", $"{(int)verdict.Fault} is not a fault.");
            Require(IsTime(verdict.FromDeviceTimeUs) && IsTime(verdict.ToDeviceTimeUs), "clock_verdict", "has a time outside of the years 1 to 9999.");
            Require(Math.Abs((double)verdict.OffsetUs) <= Limits.ClockOffset.TotalMicroseconds * 2, "clock_verdict.offset_us", "is further than two clocks can lie apart.");
        }
    }

    private static bool IsTime(long micros) => micros is >= EarliestMicros and <= LatestMicros;

    private static void RequireText(string text, string field) =>
        Require(text.Length <= Limits.NoteLength, field, $"has {text.Length} characters: at most {Limits.NoteLength}.");

    private static void Require(bool holds, string field, string description)
    {
        if (!holds)
        {
            throw RefusalException.Invalid("REPORT_INVALID", $"report.{field}", description);
        }
    }
}
