using System.Globalization;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols;

/// <summary>What a session works with.</summary>
/// <param name="Sink">Takes what the decoder tells.</param>
/// <param name="Times">Brings the decoder's times to UTC.</param>
/// <param name="Memory">From one connection to the next.</param>
/// <param name="Clock">Time-outs and clock samples.</param>
/// <param name="Limits">Bounds of the connection.</param>
/// <param name="Settings">What the protocol can be told, by names that its folder documents; at most 50.</param>
public sealed record DecoderSessionContext(
    IDecoderSink Sink,
    DeviceTimes Times,
    IDecoderMemory Memory,
    TimeProvider Clock,
    SessionLimits Limits,
    IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>A setting, or a default.</summary>
    public string Setting(string name, string otherwise) => Settings.GetValueOrDefault(name, otherwise);

    /// <summary>A setting in seconds, from 0.01 up to a day, or a default.</summary>
    /// <exception cref="DecoderProtocolException">The setting is no such number.</exception>
    public TimeSpan SecondsSetting(string name, double otherwise)
    {
        if (!Settings.TryGetValue(name, out var text))
        {
            return TimeSpan.FromSeconds(otherwise);
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0.01 and <= 86_400
            ? TimeSpan.FromSeconds(seconds)
            : throw new DecoderProtocolException($"The setting {name} is not a number of seconds from 0.01 to 86400.");
    }
}
