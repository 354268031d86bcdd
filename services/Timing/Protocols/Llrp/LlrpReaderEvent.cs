using System.Buffers.Binary;
using System.Globalization;

namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>What a READER_EVENT_NOTIFICATION says; null where it does not.</summary>
/// <param name="Utc">The reader's clock, microseconds since the Unix epoch.</param>
/// <param name="Uptime">Microseconds since the reader was started, from one without a clock.</param>
/// <param name="ConnectionAttempt">Result; 0 is success.</param>
/// <param name="Closes">The reader ends the connection.</param>
/// <param name="LostReports">The reader had no room for reports.</param>
/// <param name="Input">An input changed: its port and state.</param>
internal readonly record struct LlrpReaderEvent(ulong? Utc, ulong? Uptime, ushort? ConnectionAttempt, bool Closes, bool LostReports, (ushort Port, bool IsOn)? Input)
{
    /// <summary>Reads the body.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, out LlrpReaderEvent told, out string problem)
    {
        (told, problem) = (default, "an event without its data");
        var outer = new LlrpParameters(body);
        while (outer.Next())
        {
            if (outer.Type == LlrpParameterType.ReaderEventNotificationData)
            {
                return TryParseData(outer.Value, out told, out problem);
            }
        }

        return false;
    }

    /// <summary>The marker that an input makes; false without a reason when it is another event.</summary>
    public bool TryMarker(LlrpClock clock, string gunInput, out DecodedMarker marker, out string problem)
    {
        (marker, problem) = (default, "");
        if (Input is not { } input || !clock.TryTime(new LlrpTag("", 0, 0, (Utc, null), (Uptime, null)), out var micros, out problem))
        {
            return false;
        }

        var port = input.Port.ToString(CultureInfo.InvariantCulture);
        marker = new DecodedMarker(micros, port == gunInput ? MarkerKind.Gun : MarkerKind.Other, $"GPI {port} {(input.IsOn ? "on" : "off")}");
        return true;
    }

    private static bool TryParseData(ReadOnlySpan<byte> data, out LlrpReaderEvent told, out string problem)
    {
        told = default;
        var parameters = new LlrpParameters(data);
        while (parameters.Next())
        {
            var value = parameters.Value;
            told = parameters.Type switch
            {
                LlrpParameterType.UtcTimestamp when value.Length >= 8 => told with { Utc = BinaryPrimitives.ReadUInt64BigEndian(value) },
                LlrpParameterType.Uptime when value.Length >= 8 => told with { Uptime = BinaryPrimitives.ReadUInt64BigEndian(value) },
                LlrpParameterType.ConnectionAttempt when value.Length >= 2 => told with { ConnectionAttempt = BinaryPrimitives.ReadUInt16BigEndian(value) },
                LlrpParameterType.ConnectionClose => told with { Closes = true },
                LlrpParameterType.ReportBufferOverflow => told with { LostReports = true },
                LlrpParameterType.GpiEvent when value.Length >= 3 => told with { Input = (BinaryPrimitives.ReadUInt16BigEndian(value), (value[2] & 0x80) != 0) },
                _ => told,
            };
        }

        problem = parameters.Problem;
        return problem.Length == 0;
    }
}
