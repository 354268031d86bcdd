using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace RaceSystem.Racectl.CommandLine;

/// <summary>Moments of the services for people and programs.</summary>
internal static class Moments
{
    public static Timestamp? TimestampOf(DateTimeOffset? moment) => moment is { } time ? Timestamp.FromDateTimeOffset(time) : null;

    /// <summary>With microseconds; empty for none.</summary>
    public static string Text(Timestamp? time) =>
        time is null ? "" : time.ToDateTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
