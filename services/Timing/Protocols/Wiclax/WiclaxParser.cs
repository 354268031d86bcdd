using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.Wiclax;

/// <summary>
/// Reads the lines of the generic acquisition protocol:
/// <c>chip;dd-MM-yyyy HH:mm:ss.fff;loop;number;battery of the chip in percent;1 if rewound</c>, of which chip and time must
/// be there, <c>RACESTART HH:mm:ss,fff</c>, <c>CLOCK dd-MM-yyyy HH:mm:ss</c>, <c>*</c> and consents.
/// </summary>
internal static class WiclaxParser
{
    private const int MaxLocationLength = 100;

    /// <summary>Reads a line; false with what is wrong otherwise.</summary>
    public static bool TryParse(ReadOnlySpan<char> line, out WiclaxLine parsed, out string problem)
    {
        (parsed, problem) = (new WiclaxLine.Other(), "");
        if (line is "*" or "CLOCKOK" or "READOK")
        {
            return true;
        }

        if (line.StartsWith("RACESTART ", StringComparison.Ordinal))
        {
            problem = "a gun is written RACESTART HH:mm:ss,fff";
            var isTime = WallText.TryTimeOfDay(line[10..].Trim(), out var microsOfDay);
            parsed = new WiclaxLine.Gun(microsOfDay);
            return isTime;
        }

        if (line.StartsWith("CLOCK ", StringComparison.Ordinal))
        {
            problem = "the clock is written CLOCK dd-MM-yyyy HH:mm:ss";
            var isTime = WallText.TryDateAndTime(line[6..].Trim(), dayFirst: true, out var wall);
            parsed = new WiclaxLine.Clock(wall);
            return isTime;
        }

        return TryParseRead(line, out parsed, out problem);
    }

    private static bool TryParseRead(ReadOnlySpan<char> line, out WiclaxLine parsed, out string problem)
    {
        parsed = new WiclaxLine.Other();
        Span<Range> fields = stackalloc Range[8];
        var count = line.Split(fields, ';', StringSplitOptions.TrimEntries);
        if (count is < 2 or > 6)
        {
            problem = "a read is written chip;dd-MM-yyyy HH:mm:ss.fff;loop;number;battery;rewound";
            return false;
        }

        if (!ChipCode.TryParse(line[fields[0]].ToString(), out var chip))
        {
            problem = $"the chip must have 1 to {ChipCode.MaxLength} letters and digits";
            return false;
        }

        if (!WallText.TryDateAndTime(line[fields[1]], dayFirst: true, out var wall))
        {
            problem = "the time must be dd-MM-yyyy HH:mm:ss.fff";
            return false;
        }

        var location = count > 2 ? line[fields[2]] : [];
        var rewound = count > 5 ? line[fields[5]] : [];
        if (location.Length > MaxLocationLength || rewound is not ("" or "0" or "1"))
        {
            problem = $"the loop has at most {MaxLocationLength} characters, the last field is 0 or 1";
            return false;
        }

        problem = "";
        parsed = new WiclaxLine.Read(chip.Text, wall, location.ToString(), rewound is "1");
        return true;
    }
}
