using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RaceSystem.Kernel;

/// <summary>
/// Names a condition on a person by what it asks, so that its outcome can be kept where the person cannot: equal conditions
/// have equal ids, in whichever race and rule they stand. Never 0.
/// </summary>
public static class PersonConditionId
{
    /// <summary>
    /// The first eight bytes, highest first, of SHA-256 over the UTF-8 text of its parts in their order: a letter, the number
    /// of characters (UTF-16), a colon and the characters. <c>n</c> is a country, <c>c</c> a club, <c>a</c> an attribute's key (<c>x</c>: negated)
    /// with its values <c>v</c> behind it.
    /// </summary>
    public static ulong Of(IEnumerable<string> countries, IEnumerable<string> clubs, IEnumerable<(string Key, IReadOnlyList<string> Values, bool Negated)> attributes)
    {
        ArgumentNullException.ThrowIfNull(countries);
        ArgumentNullException.ThrowIfNull(clubs);
        ArgumentNullException.ThrowIfNull(attributes);
        var text = new StringBuilder();
        Append(text, 'n', countries);
        Append(text, 'c', clubs);
        foreach (var (key, values, negated) in attributes)
        {
            Append(text, negated ? 'x' : 'a', [key]);
            Append(text, 'v', values);
        }

        return Math.Max(1, BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))));
    }

    private static void Append(StringBuilder text, char part, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            text.Append(CultureInfo.InvariantCulture, $"{part}{value.Length}:{value}");
        }
    }
}
