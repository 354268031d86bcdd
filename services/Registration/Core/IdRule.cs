using RaceSystem.Kernel;

namespace RaceSystem.Registration.Core;

/// <summary>Checks ids without stopping at the first bad one.</summary>
internal static class IdRule
{
    public static bool Check(string id, string field, Violations violations)
    {
        if (Identifier.IsValid(id))
        {
            return true;
        }

        violations.Add(field, Reasons.IdInvalid, $"'{Clip(id)}' is not an id: use 1 to {Identifier.MaxLength} lower-case letters, digits, '-' or '_', starting with a letter or digit.");
        return false;
    }

    private static string Clip(string id) => id.Length <= 80 ? id : id[..80] + "…";
}
