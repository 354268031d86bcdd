using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Manual;

/// <summary>What was asked for.</summary>
/// <param name="MeetId">The meet.</param>
/// <param name="PointId">Where the times were taken.</param>
/// <param name="Single">Bib and time of the one passing; null: of a file or the keyboard.</param>
/// <param name="File">CSV of a hand timer; null: the keyboard, unless there is a single passing.</param>
/// <param name="Date">Day of times of day; null: the meet's race day.</param>
/// <param name="Zone">Zone of times of day; null: the meet's.</param>
/// <param name="Priority">Whether they count before chips.</param>
/// <param name="Window">A chip's passing this near is the same crossing; null: the server's default.</param>
/// <param name="By">Who took them.</param>
/// <param name="Note">Why, for all of them.</param>
internal sealed record ManualOptions(
    string MeetId,
    string PointId,
    (string Bib, string Time)? Single,
    string? File,
    DateOnly? Date,
    string? Zone,
    ManualPriority Priority,
    TimeSpan? Window,
    string By,
    string Note);
