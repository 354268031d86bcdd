using System.Globalization;
using RaceSystem.Kernel;

namespace RaceSystem.Results.Publishing.Tables;

/// <summary>Numbers and times as result files write them.</summary>
internal static class FieldText
{
    /// <summary>A place or an age; empty: none.</summary>
    public static string Positive(int number) => number > 0 ? number.ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>Seconds, with a decimal only where the race shows one; empty: none.</summary>
    public static string Seconds(Elapsed? time) => time is { } shown ? SecondsOf(shown).ToString("0.#", CultureInfo.InvariantCulture) : "";

    /// <summary>A shown time in seconds.</summary>
    public static decimal SecondsOf(Elapsed shown) => shown.Micros / (decimal)Instant.MicrosPerSecond;
}
