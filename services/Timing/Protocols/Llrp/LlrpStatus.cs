using System.Buffers.Binary;
using System.Text;

namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>How a reader answers a command.</summary>
/// <param name="Code">0 is success.</param>
/// <param name="Description">The reader's words.</param>
internal readonly record struct LlrpStatus(ushort Code, string Description)
{
    private const int LongestDescription = 200;

    /// <summary>Whether the command was carried out.</summary>
    public bool IsSuccess => Code == 0;

    /// <summary>The status in the body of a response; null when it has none.</summary>
    public static LlrpStatus? Find(ReadOnlySpan<byte> body)
    {
        var parameters = new LlrpParameters(body);
        while (parameters.Next())
        {
            if (parameters.Type == LlrpParameterType.LlrpStatus && parameters.Value.Length >= 4)
            {
                var length = Math.Min(Math.Min((int)BinaryPrimitives.ReadUInt16BigEndian(parameters.Value[2..]), parameters.Value.Length - 4), LongestDescription);
                return new LlrpStatus(BinaryPrimitives.ReadUInt16BigEndian(parameters.Value), Encoding.UTF8.GetString(parameters.Value.Slice(4, length)));
            }
        }

        return null;
    }
}
