using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Manual;

/// <summary>Times that people took, for people and for programs.</summary>
internal static class ManualTable
{
    public static Table Of(IEnumerable<ManualPassing> passings) => Tables.Of(
        ["Id", "Point", "Bib", "Time", "Counts", "By", "Recorded", "Note", "Revoked by", "Why"],
        passings.Select(passing => new[]
        {
            passing.ManualPassingId,
            passing.TimingPointId,
            passing.Bib,
            Moments.Text(passing.PassingTime),
            Word(passing.Priority),
            passing.RecordedBy,
            Moments.Text(passing.RecordTime),
            passing.Note,
            passing.RevokedBy,
            passing.RevokeNote,
        }));

    public static object Json(ManualPassing passing) => new
    {
        id = passing.ManualPassingId,
        point = passing.TimingPointId,
        bib = passing.Bib,
        time = Moments.Text(passing.PassingTime),
        counts = Word(passing.Priority),
        windowS = passing.Window?.ToTimeSpan().TotalSeconds,
        by = passing.RecordedBy,
        recorded = Moments.Text(passing.RecordTime),
        note = passing.Note,
        revokedBy = passing.RevokedBy,
        revoked = Moments.Text(passing.RevokeTime),
        revokeNote = passing.RevokeNote,
    };

    private static string Word(ManualPriority priority) => priority == ManualPriority.Override ? "before chips" : "without a chip";
}
