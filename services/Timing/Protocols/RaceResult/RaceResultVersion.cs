using System.Globalization;

namespace RaceSystem.Timing.Protocols.RaceResult;

/// <summary>A version of the decoder's protocol.</summary>
internal readonly record struct RaceResultVersion(int Major, int Minor) : IComparable<RaceResultVersion>
{
    /// <summary>Oldest that we speak: it has RSSI; passings are fetched, for it cannot push.</summary>
    public static readonly RaceResultVersion Oldest = new(1, 1);

    /// <summary>First that pushes passings.</summary>
    public static readonly RaceResultVersion Pushing = new(1, 5);

    /// <summary>Newest that we speak.</summary>
    public static readonly RaceResultVersion Newest = new(3, 4);

    /// <summary>A version as <c>2.0</c>; null when it is none.</summary>
    public static RaceResultVersion? Parse(string text)
    {
        var parts = text.Trim().Split('.');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
                ? new RaceResultVersion(major, minor)
                : null;
    }

    /// <summary>The highest that both speak; refused when there is none.</summary>
    public static RaceResultVersion Choose(RaceResultVersion theirOldest, RaceResultVersion theirNewest)
    {
        var highest = theirNewest < Newest ? theirNewest : Newest;
        return highest < Oldest || highest < theirOldest
            ? throw new DecoderProtocolException(
                $"The decoder speaks protocol {theirOldest} to {theirNewest}, {Oldest} to {Newest} are spoken here: bring its firmware, or this program, up to date.")
            : highest;
    }

    public int CompareTo(RaceResultVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    public static bool operator <(RaceResultVersion left, RaceResultVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(RaceResultVersion left, RaceResultVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(RaceResultVersion left, RaceResultVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RaceResultVersion left, RaceResultVersion right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
