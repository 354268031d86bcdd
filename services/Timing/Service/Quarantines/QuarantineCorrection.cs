using System.Globalization;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Storage;

namespace RaceSystem.Timing.Service.Quarantines;

/// <summary>The correction that comes with the decision of a quarantine: its id begins with the quarantine's.</summary>
internal static class QuarantineCorrection
{
    /// <summary>The one that counts; null when there is none.</summary>
    internal static ClockCorrectionRow? Find(MeetState state, string quarantineId) =>
        OfQuarantine(state, quarantineId).FirstOrDefault(row => row.RevokedMicros == 0);

    /// <summary>An id for the next one: a quarantine may be decided again.</summary>
    internal static string NextId(MeetState state, string quarantineId) =>
        string.Create(CultureInfo.InvariantCulture, $"{quarantineId}-c{OfQuarantine(state, quarantineId).Count() + 1}");

    private static IEnumerable<ClockCorrectionRow> OfQuarantine(MeetState state, string quarantineId) =>
        state.Clocks.Corrections.Values.Where(row => row.CorrectionId.StartsWith($"{quarantineId}-c", StringComparison.Ordinal));
}
