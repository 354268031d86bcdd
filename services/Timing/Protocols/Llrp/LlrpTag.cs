using System.Buffers.Binary;

namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>One tag of a report; times are microseconds, null where the reader does not tell them.</summary>
/// <param name="Chip">EPC in hex.</param>
/// <param name="Rssi">Peak, in dBm.</param>
/// <param name="Antenna">Port.</param>
/// <param name="Utc">First and last sight since the Unix epoch.</param>
/// <param name="Uptime">First and last sight since the reader was started.</param>
internal readonly record struct LlrpTag(string Chip, short Rssi, ushort Antenna, (ulong? First, ulong? Last) Utc, (ulong? First, ulong? Last) Uptime)
{
    /// <summary>Reads the value of a TagReportData; what stands behind a parameter of unknown length is lost, the tag is not.</summary>
    public static bool TryParse(ReadOnlySpan<byte> value, out LlrpTag tag, out string problem)
    {
        tag = default;
        string? epc = null;
        short rssi = 0;
        ushort antenna = 0;
        (ulong? First, ulong? Last) utc = default, uptime = default;
        var parameters = new LlrpParameters(value);
        while (parameters.Next())
        {
            switch (parameters.Type)
            {
                case LlrpParameterType.EpcData:
                    epc = EpcOf(parameters.Value);
                    break;
                case LlrpParameterType.Epc96:
                    epc = Convert.ToHexString(parameters.Value);
                    break;
                case LlrpParameterType.PeakRssi:
                    rssi = unchecked((sbyte)parameters.Value[0]);
                    break;
                case LlrpParameterType.AntennaId:
                    antenna = BinaryPrimitives.ReadUInt16BigEndian(parameters.Value);
                    break;
                case LlrpParameterType.FirstSeenUtc:
                    utc.First = BinaryPrimitives.ReadUInt64BigEndian(parameters.Value);
                    break;
                case LlrpParameterType.LastSeenUtc:
                    utc.Last = BinaryPrimitives.ReadUInt64BigEndian(parameters.Value);
                    break;
                case LlrpParameterType.FirstSeenUptime:
                    uptime.First = BinaryPrimitives.ReadUInt64BigEndian(parameters.Value);
                    break;
                case LlrpParameterType.LastSeenUptime:
                    uptime.Last = BinaryPrimitives.ReadUInt64BigEndian(parameters.Value);
                    break;
            }
        }

        if (!Epc.TryParse(epc, out var chip, out problem))
        {
            problem = parameters.Problem.Length > 0 ? parameters.Problem : problem;
            return false;
        }

        tag = new LlrpTag(chip, Signal.Rssi(rssi), antenna, utc, uptime);
        return true;
    }

    private static string? EpcOf(ReadOnlySpan<byte> value)
    {
        if (value.Length < 2)
        {
            return null;
        }

        var bytes = (BinaryPrimitives.ReadUInt16BigEndian(value) + 7) / 8;
        return value.Length < 2 + bytes ? null : Convert.ToHexString(value.Slice(2, bytes));
    }
}
