using System.Globalization;
using System.Text;

namespace RaceSystem.Timing.Protocols.Ipico;

/// <summary>What we say to an IPICO reader. Nothing of it changes the reader's clock or memory.</summary>
internal static class IpicoCommands
{
    /// <summary>Asks for the time.</summary>
    public static readonly byte[] GetDate = Control("000002");

    /// <summary>Asks for the state of the memory.</summary>
    public static readonly byte[] GetMemory = Control("00ff4b");

    /// <summary>Prepares and starts the download of every stored read, as the maker's software does it.</summary>
    public static readonly byte[] StartDownload = [.. Control("00014b02"), .. Control("00034b070105"), .. Control("00024b0101")];

    /// <summary>Stops the download; recording goes on.</summary>
    public static readonly byte[] StopDownload = [.. Control("00024b0100"), .. Control("00024b0700")];

    /// <summary>A control frame around its body, with checksum and end.</summary>
    public static byte[] Control(string body) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"ab{body}{IpicoParser.Checksum(body):x2}\r\n"));
}
