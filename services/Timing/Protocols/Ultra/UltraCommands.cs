using System.Globalization;
using System.Text;

namespace RaceSystem.Timing.Protocols.Ultra;

/// <summary>
/// What we say to a box. Nothing of it changes its clock or settings. Rewinds have two forms: the maker's software sends
/// two NUL bytes behind the command (<c>binary</c>), the manual two zeros (<c>text</c>).
/// </summary>
internal static class UltraCommands
{
    /// <summary>Asks for the time.</summary>
    public static readonly byte[] GetTime = "r\n"u8.ToArray();

    /// <summary>Asks for extended states, which tell the battery.</summary>
    public static readonly byte[] ExtendedStates = [3, 0, 0, 3, 13, 10];

    /// <summary>Asks a box that sends only on request to send.</summary>
    public static readonly byte[] StartSending = "700\n"u8.ToArray();

    /// <summary>Asks for records of the log by their numbers.</summary>
    public static byte[] RewindIds(bool isText, long from, long to) => Rewind('6', isText, from, to);

    /// <summary>Asks for records of the log by their times, seconds since 1980 on the box's clock.</summary>
    public static byte[] RewindTimes(bool isText, long from, long to) => Rewind('8', isText, from, to);

    private static byte[] Rewind(char command, bool isText, long from, long to)
    {
        var (filler, end) = isText ? ("00", "\n") : ("\0\0", "\r");
        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{command}{filler}{from}\r{to}{end}"));
    }
}
