using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Storage;
using RaceSystem.Timing.Core.Alarms;
using RaceSystem.Timing.Service.Storage;

namespace RaceSystem.Timing.Service.Operations;

/// <summary>
/// The alarms of all meets in the database. Changes are made under the lock of the meet's log: of two instances that see the
/// same thing, the second finds the alarm of the first.
/// </summary>
internal sealed class AlarmStore(
    [FromKeyedServices(TimingModule.ServiceName)] IChangelog changelog,
    IDbContextFactory<TimingDbContext> contexts,
    TimeProvider time)
{
    /// <summary>Alarms that hold, the newest first.</summary>
    internal async Task<IReadOnlyList<AlarmRow>> ListOpenAsync(string meetId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Alarms.AsNoTracking()
            .Where(row => row.MeetId == meetId && row.ClearedMicros == 0)
            .OrderByDescending(row => row.RaisedMicros).ThenBy(row => row.AlarmId)
            .Take(Limits.OpenAlarms)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Stores what began and ended; gives how many alarms were really raised.</summary>
    internal async Task<int> ApplyAsync(string meetId, IReadOnlyList<AlarmChange> changes, CancellationToken cancellationToken)
    {
        var raised = 0;
        await changelog.CommitAsync(
            meetId,
            async (transaction, token) =>
            {
                await using var context = ServiceDbContext.Over<TimingDbContext>(transaction);
                raised = await ApplyAsync(context, meetId, changes, token);
                await context.SaveChangesAsync(token);
                await DropOldestAsync(context, meetId, token);
            },
            cancellationToken);
        return raised;
    }

    private async Task<int> ApplyAsync(TimingDbContext context, string meetId, IReadOnlyList<AlarmChange> changes, CancellationToken cancellationToken)
    {
        var open = await context.Alarms.Where(row => row.MeetId == meetId && row.ClearedMicros == 0).ToListAsync(cancellationToken);
        var now = Instant.From(time.GetUtcNow()).Micros;
        var raised = 0;
        foreach (var change in changes)
        {
            var row = open.Find(row => row.Kind == change.Subject.Kind.ToString() && row.DeviceId == change.Subject.DeviceId && row.TimingPointId == change.Subject.PointId);
            if (!change.IsRaised && row is not null)
            {
                row.ClearedMicros = now;
                open.Remove(row);
            }
            else if (change.IsRaised && row is null && open.Count < Limits.OpenAlarms)
            {
                row = RowOf(meetId, change, now);
                context.Add(row);
                open.Add(row);
                raised++;
            }
        }

        return raised;
    }

    private AlarmRow RowOf(string meetId, AlarmChange change, long now) => new()
    {
        MeetId = meetId,
        AlarmId = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
        Kind = change.Subject.Kind.ToString(),
        DeviceId = change.Subject.DeviceId,
        TimingPointId = change.Subject.PointId,
        Description = change.Description.Length <= Limits.NoteLength ? change.Description : change.Description[..Limits.NoteLength],
        RaisedMicros = now,
        ClearedMicros = 0,
        AcknowledgedBy = "",
        AcknowledgedMicros = 0,
    };

    private static async Task DropOldestAsync(TimingDbContext context, string meetId, CancellationToken cancellationToken)
    {
        var cleared = context.Alarms.Where(row => row.MeetId == meetId && row.ClearedMicros != 0);
        var old = await cleared.OrderByDescending(row => row.ClearedMicros).ThenByDescending(row => row.AlarmId)
            .Skip(Limits.ClearedAlarms).Select(row => row.AlarmId).ToListAsync(cancellationToken);
        foreach (var ids in old.Chunk(200))
        {
            await context.Alarms.Where(row => row.MeetId == meetId && ids.Contains(row.AlarmId)).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
