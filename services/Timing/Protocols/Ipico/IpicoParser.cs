using System.Globalization;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.Ipico;

/// <summary>
/// Reads the frames of IPICO readers: <c>aa RR TTTTTTTTTTTT IIQQ yyMMdd HHmmss CC [ii pp st] KK [FS|LS]</c> for chips and
/// <c>ab RR LL II data KK</c> for everything else, without blanks. CC are hundredths in hexadecimal; KK is the sum of the
/// ASCII codes between the header and itself, modulo 256. Checked on 4,116 frames of a real reader.
/// </summary>
internal static class IpicoParser
{
    private const int HeaderLength = 2;
    private const int ChecksumLength = 2;
    private const int PlainLength = 36;
    private const int TtoLength = 42;
    private const int SuffixLength = 2;
    private const int TimeStart = 20;
    private const int MicrosPerHundredth = 10_000;
    private const int DateBytes = 8;

    /// <summary>Reads a frame; false with what is wrong otherwise.</summary>
    public static bool TryParse(ReadOnlySpan<char> frame, out IpicoFrame parsed, out string problem)
    {
        parsed = new IpicoFrame.Other();
        if (frame.Length < HeaderLength || (frame[0] | 0x20) != 'a' || (frame[1] | 0x20) is not ('a' or 'b'))
        {
            problem = "a frame begins with aa or ab";
            return false;
        }

        return (frame[1] | 0x20) == 'a' ? TryParseRead(frame, out parsed, out problem) : TryParseControl(frame, out parsed, out problem);
    }

    /// <summary>Checksum of what stands between header and checksum.</summary>
    public static byte Checksum(ReadOnlySpan<char> body)
    {
        var sum = 0;
        foreach (var character in body)
        {
            sum = (sum + character) & 0xFF;
        }

        return (byte)sum;
    }

    private static bool TryParseRead(ReadOnlySpan<char> frame, out IpicoFrame parsed, out string problem)
    {
        parsed = new IpicoFrame.Other();
        var hasSuffix = frame.Length is PlainLength + SuffixLength or TtoLength + SuffixLength;
        if (!hasSuffix && frame.Length is not (PlainLength or TtoLength))
        {
            problem = "a read has 36 characters, 42 with TTO bytes, and 2 more with FS or LS";
            return false;
        }

        if (hasSuffix && frame[^SuffixLength..] is not ("FS" or "LS"))
        {
            problem = "only FS or LS may follow the checksum";
            return false;
        }

        var core = hasSuffix ? frame[..^SuffixLength] : frame;
        if (!IsChecked(core, out problem))
        {
            return false;
        }

        if (!IsHex(core[2..TimeStart]) || !TryHex(core[16..20], out var counters)
            || !TryDigits(core[TimeStart..32], out var digits) || !TryHex(core[32..34], out var hundredths) || !IsHex(core[34..^ChecksumLength])
            || hundredths > 99 || !WallTime.TryOf(2000 + digits[0], digits[1], digits[2], digits[3], digits[4], digits[5], hundredths * MicrosPerHundredth, out var wall))
        {
            problem = "the chip must be hexadecimal and the time a time: yyMMddHHmmss and hundredths 00 to 63 in hexadecimal";
            return false;
        }

        parsed = new IpicoFrame.Read(core[2..4].ToString().ToUpperInvariant(), core[4..16].ToString().ToUpperInvariant(), (ushort)counters, wall);
        return true;
    }

    private static bool TryParseControl(ReadOnlySpan<char> frame, out IpicoFrame parsed, out string problem)
    {
        parsed = new IpicoFrame.Other();
        if (frame.Length < 10 || !IsHex(frame[2..]) || !IsChecked(frame, out problem))
        {
            problem = "a control frame is hexadecimal, has at least 10 characters and a checksum that is right";
            return false;
        }

        var data = frame[8..^ChecksumLength];
        TryHex(frame[4..6], out var length);
        TryHex(frame[6..8], out var instruction);
        if (data.Length != (length == 0xFF ? 0 : length * 2))
        {
            problem = "the length of a control frame must be that of its data";
            return false;
        }

        switch (instruction)
        {
            case 0x02 or 0x2C when data.Length >= DateBytes * 2:
                if (!TryDate(data, out var wall))
                {
                    problem = "the date of a control frame must be a date";
                    return false;
                }

                parsed = instruction == 0x02 ? new IpicoFrame.Date(wall) : new IpicoFrame.Trigger(frame[2..4].ToString().ToUpperInvariant(), wall);
                break;
            case 0x4B when data.Length >= 24:
                TryHex(data[..2], out var state);
                TryHex(data[2..8], out var extent);
                TryHex(data[8..14], out var progress);
                parsed = new IpicoFrame.Memory(state == 3, extent, progress);
                break;
            case 0xF0 or 0xF1 or 0xF2 or 0xF4 or 0xF5:
                parsed = new IpicoFrame.Refusal();
                break;
            default:
                break;
        }

        problem = "";
        return true;
    }

    /// <summary>Year, month, day, weekday, hour, minute, second as decimal digits, then hundredths in hexadecimal.</summary>
    private static bool TryDate(ReadOnlySpan<char> data, out long wall)
    {
        wall = 0;
        return TryDigits(data[..14], out var digits) && TryHex(data[14..16], out var hundredths) && hundredths <= 99
            && WallTime.TryOf(2000 + digits[0], digits[1], digits[2], digits[4], digits[5], digits[6], hundredths * MicrosPerHundredth, out wall);
    }

    private static bool IsChecked(ReadOnlySpan<char> core, out string problem)
    {
        problem = "";
        if (TryHex(core[^ChecksumLength..], out var told) && told == Checksum(core[HeaderLength..^ChecksumLength]))
        {
            return true;
        }

        problem = "the checksum is wrong";
        return false;
    }

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiHexDigit(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryHex(ReadOnlySpan<char> text, out int value) => int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    /// <summary>Pairs of decimal digits.</summary>
    private static bool TryDigits(ReadOnlySpan<char> text, out int[] pairs)
    {
        pairs = new int[text.Length / 2];
        for (var index = 0; index < pairs.Length; index++)
        {
            if (!int.TryParse(text.Slice(index * 2, 2), NumberStyles.None, CultureInfo.InvariantCulture, out pairs[index]))
            {
                return false;
            }
        }

        return true;
    }
}
