using System.Globalization;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Classifications;

/// <summary>Versions for people.</summary>
internal static class ClassificationText
{
    public static string Of(Classification version) => string.Create(
        CultureInfo.InvariantCulture,
        $"{version.RaceId} version {version.Version} {StateOf(version.State)} {version.PublishTime.ToDateTimeOffset():yyyy-MM-dd HH:mm:ss}Z by {version.PublishedBy}: {version.RowCount} rows, hash {version.Hash}");

    public static string Of(ClassificationHeader header, string hash) => string.Create(
        CultureInfo.InvariantCulture,
        $"{header.Content.RaceId} of {header.Content.MeetId}, version {header.Version} {header.State.NameOf()}, {header.PublishedAt} by {header.PublishedBy}: {header.Content.RowCount} rows, hash {hash}");

    /// <summary>Milliseconds as hours, minutes and seconds.</summary>
    public static string Clock(long milliseconds)
    {
        var time = TimeSpan.FromMilliseconds(Math.Abs(milliseconds));
        return string.Create(CultureInfo.InvariantCulture, $"{(milliseconds < 0 ? "-" : "")}{(long)time.TotalHours}:{time:mm\\:ss}{(time.Milliseconds > 0 ? $".{time.Milliseconds / 100}" : "")}");
    }

    public static string StateOf(Results.V1.ClassificationState state) => state switch
    {
        Results.V1.ClassificationState.Official => "OFFICIAL",
        Results.V1.ClassificationState.Amended => "AMENDED",
        _ => "PROVISIONAL",
    };
}
