using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Storage;
using RaceSystem.Timing.Service.Operations;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.AcknowledgeAlarm;

/// <summary>Notes who has seen an alarm, and when; whoever was first stays.</summary>
internal sealed class AcknowledgeAlarmHandler(
    MeetRegistry registry,
    [FromKeyedServices(TimingModule.ServiceName)] IChangelog changelog,
    TimeProvider time)
{
    internal async Task<AcknowledgeAlarmResponse> HandleAsync(AcknowledgeAlarmRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        Identifier.Require(request.AlarmId, "alarm_id");
        var who = request.AcknowledgedBy.Trim();
        if (who.Length is 0 or > Limits.RecordedByLength)
        {
            throw RefusalException.Invalid("NAME_INVALID", "acknowledged_by", $"must say who has seen the alarm, in 1 to {Limits.RecordedByLength} characters.");
        }

        return await changelog.CommitOnceAsync(
            request.MeetId,
            request.RequestId,
            async (transaction, token) => new AcknowledgeAlarmResponse { Alarm = AlarmMessage.Of(await SaveAsync(transaction, request.AlarmId, who, token)) },
            cancellationToken);
    }

    private async Task<AlarmRow> SaveAsync(ChangelogTransaction transaction, string alarmId, string who, CancellationToken cancellationToken)
    {
        var meetId = transaction.Head.MeetId;
        await using var context = ServiceDbContext.Over<TimingDbContext>(transaction);
        var row = await context.Alarms.FirstOrDefaultAsync(row => row.MeetId == meetId && row.AlarmId == alarmId, cancellationToken)
            ?? throw RefusalException.NotFound("ALARM_UNKNOWN", $"Meet '{meetId}' has no alarm '{alarmId}': it may have been dropped; list the alarms.");
        if (row.AcknowledgedMicros == 0)
        {
            (row.AcknowledgedBy, row.AcknowledgedMicros) = (who, Instant.From(time.GetUtcNow()).Micros);
            await context.SaveChangesAsync(cancellationToken);
        }

        return row;
    }
}
