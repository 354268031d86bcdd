using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.Mylaps;

/// <summary>
/// What the answers to GetInfo tell: names, battery, temperature, and the device's clock. The protocol says of the clock
/// only "UNIX format", not whether of UTC or of the local time: it is compared with ours only where the zone leaves no
/// doubt, that is when one of both readings is within 15 minutes of our clock, or when neither is within a day and a half
/// (a clock that was never set).
/// </summary>
internal sealed class MylapsDevices(DecoderSessionContext context)
{
    private const long MicrosPerMinute = 60 * Instant.MicrosPerSecond;
    private const long Near = 15 * MicrosPerMinute;
    private const long Far = 36 * 60 * MicrosPerMinute;
    private const long MaxMillis = 100_000_000_000_000;
    private long _asked;

    /// <summary>GetInfo is asked now.</summary>
    public void Ask() => _asked = Now();

    /// <summary>An answer came.</summary>
    public void Note(MylapsMessage message)
    {
        if (message.Data.Count == 0)
        {
            return;
        }

        if (!message.Data[0].Contains('=', StringComparison.Ordinal))
        {
            // Version 1: device name, "Unknown", computer name.
            context.Sink.Report(new DecoderStatus(Cut(message.Data[0])));
            return;
        }

        var fields = MylapsFields.Parse(message.Data[0]);
        if (fields.ContainsKey("sd") || fields.ContainsKey("rn"))
        {
            return;
        }

        var battery = MylapsFields.Number(fields, "bat") is { } percent and >= 0 and <= 100 ? percent : (double?)null;
        context.Sink.Report(new DecoderStatus(fields.GetValueOrDefault("n") is { } name ? Cut(name) : null, battery, MylapsFields.Number(fields, "temp")));
        if (fields.TryGetValue("time", out var time) && ClockText.TryDigits(time, out var millis) && millis < MaxMillis)
        {
            Compare(message.Source, millis * 1_000);
        }
    }

    private void Compare(string location, long utcReading)
    {
        var now = Now();
        var roundTrip = _asked == 0 ? 0 : Math.Min(now - _asked, MicrosPerMinute);
        var middle = now - (roundTrip / 2);
        const long MicrosPerDay = 86_400L * Instant.MicrosPerSecond;
        var day = DateOnly.FromDateTime(new Instant(utcReading).ToDateTimeOffset().DateTime);
        var hasLocal = context.Times.TryLocal(day, utcReading % MicrosPerDay, out var localReading, out _);
        var offUtc = Math.Abs(utcReading - middle);
        var offLocal = hasLocal ? Math.Abs(localReading - middle) : offUtc;
        if (offUtc <= Near || offLocal <= Near || (offUtc > Far && offLocal > Far))
        {
            context.Sink.SampleClock(location, new ClockSample(offUtc <= offLocal ? utcReading : localReading, middle, roundTrip));
        }
    }

    private long Now() => Instant.From(context.Clock.GetUtcNow()).Micros;

    private static string Cut(string name) => name[..Math.Min(name.Length, 100)];
}
