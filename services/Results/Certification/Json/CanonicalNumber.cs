using System.Globalization;

namespace RaceSystem.Results.Certification.Json;

/// <summary>Numbers as ECMAScript writes them (RFC 8785, 3.2.2.3).</summary>
public static class CanonicalNumber
{
    /// <summary>The shortest digits that give the same double, laid out as ECMAScript does.</summary>
    /// <exception cref="FormatException">JSON has no such number.</exception>
    public static string Format(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new FormatException("JSON has no infinite number and no NaN.");
        }

        if (value == 0)
        {
            return "0";
        }

        var sign = value < 0 ? "-" : "";
        var (digits, exponent) = Split(Math.Abs(value));
        return sign + LayOut(digits, exponent);
    }

    /// <summary>Shortest digits without a point, and where the point is: 0.d1d2… times ten to the exponent.</summary>
    private static (string Digits, int Exponent) Split(double value)
    {
        // .NET's round-trip text has the shortest digits; only its layout differs from ECMAScript's.
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var mantissa = text;
        var scale = 0;
        if (text.IndexOf('E', StringComparison.Ordinal) is var at and > 0)
        {
            mantissa = text[..at];
            scale = int.Parse(text[(at + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa : mantissa[..point];
        var all = point < 0 ? mantissa : string.Concat(whole, mantissa.AsSpan(point + 1));
        var leading = all.Length - all.TrimStart('0').Length;
        var digits = all.Trim('0');
        return (digits, whole.Length - leading + scale);
    }

    private static string LayOut(string digits, int exponent) => exponent switch
    {
        > 0 and <= 21 when digits.Length <= exponent => digits.PadRight(exponent, '0'),
        > 0 and <= 21 => $"{digits[..exponent]}.{digits[exponent..]}",
        > -6 and <= 0 => $"0.{new string('0', -exponent)}{digits}",
        _ => Scientific(digits, exponent - 1),
    };

    private static string Scientific(string digits, int power)
    {
        var mantissa = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{(power < 0 ? '-' : '+')}{Math.Abs(power)}");
    }
}
