using RaceSystem.Kernel;

namespace RaceSystem.Timing.Protocols;

/// <summary>Codes of RAIN RFID tags in hex.</summary>
internal static class Epc
{
    /// <summary>The chip code of an EPC; false with the reason when it is none.</summary>
    public static bool TryParse(string? hex, out string chip, out string problem)
    {
        (chip, problem) = ("", "");
        if (string.IsNullOrEmpty(hex))
        {
            problem = "the tag has no EPC";
        }
        else if (!hex.All(char.IsAsciiHexDigit))
        {
            problem = "the EPC is not hex";
        }
        else if (!ChipCode.TryParse(hex, out var code))
        {
            problem = $"the EPC has {hex.Length * 4} bits: chip codes have at most {ChipCode.MaxLength * 4}";
        }
        else
        {
            chip = code.Text;
        }

        return problem.Length == 0;
    }
}
