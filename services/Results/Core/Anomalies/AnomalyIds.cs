using System.Security.Cryptography;
using System.Text;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>Stable ids: the kind, and 64 bits of a hash of whom the anomaly concerns.</summary>
internal static class AnomalyIds
{
    /// <summary>The id of an anomaly.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="subjects">Entries, chips, waves … that it concerns, in an order that does not depend on records.</param>
    public static string Of(AnomalyKind kind, params ReadOnlySpan<string> subjects)
    {
        var text = new StringBuilder();
        foreach (var subject in subjects)
        {
            text.Append(subject).Append('\n');
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return $"{NameOf(kind)}-{Convert.ToHexStringLower(hash.AsSpan(0, 8))}";
    }

    /// <summary>The kind in lower case with dashes.</summary>
    public static string NameOf(AnomalyKind kind)
    {
        var text = new StringBuilder();
        foreach (var letter in kind.ToString())
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
