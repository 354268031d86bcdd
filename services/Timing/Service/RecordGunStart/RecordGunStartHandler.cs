using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Storage;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.RecordGunStart;

/// <summary>
/// Records the gun of a wave; a correction is a further record, and the latest counts (invariant 4). Passings that count
/// from it are written in the same commit.
/// </summary>
internal sealed class RecordGunStartHandler(
    MeetRegistry registry,
    ResidentMeets meets,
    TimeProvider time)
{
    internal async Task<RecordGunStartResponse> HandleAsync(RecordGunStartRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        var gun = request.GunStart ?? throw RefusalException.Invalid("GUN_START_MISSING", "gun_start", "is missing.");
        var given = GivenStart(request, gun);
        Texts.RequireShortName(gun.RecordedBy, "gun_start.recorded_by");
        Texts.RequireNote(gun.Note, "gun_start.note");
        var waveId = await registry.RequireWaveAsync(request.MeetId, gun.RaceId, gun.WaveId, "gun_start.race_id", cancellationToken);
        return await meets.WriterOf(request.MeetId).AnswerOnceAsync(
            request.RequestId,
            async (state, transaction, token) =>
            {
                var (start, note) = given is { } time ? (time, gun.Note) : MarkedGun.Find(state, request.Marker, gun.Note);
                RequireRange(start);
                var row = await SaveAsync(transaction, gun, waveId, start, note, token);
                var response = new RecordGunStartResponse { GunStart = GunStartMessage.Of(row) };
                transaction.Append($"gun/{row.RaceId}/{row.WaveId}", new TimingRecord { GunStart = response.GunStart }.ToByteArray());
                state.Guns.Record(row.RaceId, row.WaveId, row.Revision, start);
                state.ApplyGuns();
                return response;
            },
            cancellationToken);
    }

    private async Task<GunStartRow> SaveAsync(ChangelogTransaction transaction, GunStart gun, string waveId, Instant start, string note, CancellationToken cancellationToken)
    {
        var meetId = transaction.Head.MeetId;
        await using var context = ServiceDbContext.Over<TimingDbContext>(transaction);
        var revision = await context.GunStarts
            .Where(row => row.MeetId == meetId && row.RaceId == gun.RaceId && row.WaveId == waveId)
            .MaxAsync(row => (int?)row.Revision, cancellationToken) ?? 0;
        var row = new GunStartRow
        {
            MeetId = meetId,
            RaceId = gun.RaceId,
            WaveId = waveId,
            Revision = revision + 1,
            StartMicros = start.Micros,
            RecordedBy = gun.RecordedBy,
            RecordMicros = Instant.From(time.GetUtcNow()).Micros,
            Note = note.Length <= Limits.NoteLength ? note : note[..Limits.NoteLength],
        };
        context.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return row;
    }

    /// <summary>The time that the request gives itself; null when a marker is the gun.</summary>
    private static Instant? GivenStart(RecordGunStartRequest request, GunStart gun)
    {
        if ((gun.StartTime is null) == (request.Marker is null))
        {
            throw RefusalException.Invalid("GUN_START_MISSING", "gun_start.start_time", "give it or a marker, one of the two: a gun is recorded, never guessed from the plan.");
        }

        return gun.StartTime is null ? null : Wire.InstantOf(gun.StartTime, "gun_start.start_time");
    }

    private void RequireRange(Instant start)
    {
        if (start < Limits.EarliestTime || start > Instant.From(time.GetUtcNow().Add(Limits.TimeAhead)))
        {
            throw RefusalException.Invalid("GUN_TIME_OUT_OF_RANGE", "gun_start.start_time", $"is {start}: it must lie between 1990 and a day ahead of now.");
        }
    }
}
