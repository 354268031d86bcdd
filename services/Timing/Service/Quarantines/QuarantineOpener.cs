using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Storage;
using RaceSystem.Timing.Service.Clocks;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Quarantines;

/// <summary>
/// Makes records of clocks that cannot be believed: from then on the reads in the range make no passings, wherever and
/// whenever they came (invariant 3). Safe to use from any thread.
/// </summary>
internal sealed class QuarantineOpener(ResidentMeets meets, TimeProvider time, ILogger<QuarantineOpener> logger)
{
    /// <summary>
    /// A wrong clock goes on: the range reaches ahead by at most this, so that what comes before the next verdict is held
    /// at once. Less for small offsets, so that a clock which is set right does not run into it.
    /// </summary>
    private const long MostAheadMicros = 300_000_000;

    /// <summary>
    /// Takes what an agent or a decoder's runner made of a clock. Does nothing when the clock is right, the device is not to be
    /// checked, or all of it is known already.
    /// </summary>
    /// <exception cref="RefusalException">The device is not known, or the verdict makes no sense.</exception>
    internal async Task OpenAsync(string meetId, string deviceId, ClockVerdict verdict, CancellationToken cancellationToken)
    {
        if (verdict.Fault == ClockFault.Unspecified)
        {
            return;
        }

        var seen = SeenOf(verdict);
        var writer = meets.WriterOf(meetId);
        var news = await writer.LookAsync(
            state =>
            {
                ClockChange.RequireDevice(state, meetId, deviceId);
                return state.Devices[deviceId].ChecksClock && PlanOf(state, deviceId, seen).Count > 0;
            },
            cancellationToken);
        if (!news)
        {
            return;
        }

        await writer.ChangeAsync(
            async (state, transaction, token) =>
            {
                ClockChange.RequireDevice(state, meetId, deviceId);
                await OpenAsync(state, transaction, deviceId, seen, Instant.From(time.GetUtcNow()), token);
            },
            cancellationToken);
        LogMessages.ClockDoubted(logger, meetId, deviceId, seen.Fault.ToString(), seen.OffsetMicros / 1e6);
    }

    /// <summary>The same inside a commit. Refuses nothing.</summary>
    /// <returns>Whether something was opened or widened.</returns>
    internal static async Task<bool> OpenAsync(MeetState state, ChangelogTransaction transaction, string deviceId, SeenFault seen, Instant now, CancellationToken cancellationToken)
    {
        var plan = PlanOf(state, deviceId, seen);
        if (plan.Count == 0)
        {
            return false;
        }

        await using var context = ServiceDbContext.Over<TimingDbContext>(transaction);
        foreach (var (existing, range) in plan)
        {
            var row = existing ?? NewRow(transaction.Head.MeetId, deviceId, seen, range, now);
            if (existing is null)
            {
                context.Add(row);
            }
            else
            {
                (row.FromMicros, row.ToMicros, row.Evidence) = (range.From, range.To, Clip(seen.Evidence));
                row.SuspectedOffsetMicros = seen.OffsetMicros == 0 ? row.SuspectedOffsetMicros : seen.OffsetMicros;
                context.Update(row);
            }

            state.Clocks.Take(row);
        }

        await context.SaveChangesAsync(cancellationToken);
        ClockChange.Apply(state, transaction, deviceId);
        return true;
    }

    private static List<(QuarantineRow? Row, DeviceTimeRange Range)> PlanOf(MeetState state, string deviceId, SeenFault seen) => QuarantinePlan.Of(
        [.. state.Clocks.Quarantines.Values.Where(row => row.DeviceId == deviceId).OrderBy(row => row.QuarantineId, StringComparer.Ordinal)],
        quarantineId => QuarantineCorrection.Find(state, quarantineId) is not null,
        seen);

    private static QuarantineRow NewRow(string meetId, string deviceId, SeenFault seen, DeviceTimeRange range, Instant now) => new()
    {
        MeetId = meetId,
        QuarantineId = $"q-{Guid.CreateVersion7():n}",
        DeviceId = deviceId,
        FromMicros = range.From,
        ToMicros = range.To,
        Fault = seen.Fault.ToString(),
        Evidence = Clip(seen.Evidence),
        SuspectedOffsetMicros = seen.OffsetMicros,
        OpenedMicros = now.Micros,
        State = QuarantineStates.Open,
        DecidedBy = "",
        DecidedMicros = 0,
        Note = "",
    };

    private static SeenFault SeenOf(ClockVerdict verdict)
    {
        if (!System.Enum.IsDefined(verdict.Fault))
        {
            throw RefusalException.Invalid("CLOCK_FAULT_INVALID", "clock_verdict.fault", $"{(int)verdict.Fault} is not a clock fault.");
        }

        if (verdict.FromDeviceTimeUs > verdict.ToDeviceTimeUs || verdict.FromDeviceTimeUs < Limits.EarliestHeldTime.Micros || verdict.ToDeviceTimeUs > Limits.LatestHeldTime.Micros)
        {
            throw RefusalException.Invalid("CLOCK_VERDICT_INVALID", "clock_verdict.to_device_time_us", "the device times of a verdict go from the first to the last, in the years 1 to 9999.");
        }

        var ahead = Math.Min(MostAheadMicros, Math.Abs(verdict.OffsetUs / 4));
        return new SeenFault(
            verdict.Fault, verdict.FromDeviceTimeUs, Math.Min(verdict.ToDeviceTimeUs + ahead, Limits.LatestHeldTime.Micros), verdict.OffsetUs, verdict.Evidence);
    }

    private static string Clip(string evidence) => evidence.Length <= Limits.NoteLength ? evidence : evidence[..Limits.NoteLength];
}
