using Google.Protobuf;
using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.Meets;
using RaceSystem.Registration.Service.Storage;
using RaceSystem.Registration.Service.Wire;

namespace RaceSystem.Registration.Service.ApplyMeet;

/// <summary>Creates a meet or brings it to the given state.</summary>
internal sealed class ApplyMeetHandler(RegistrationWrites writes, ILogger<ApplyMeetHandler> log)
{
    public async Task<V1.ApplyMeetResponse> HandleAsync(V1.ApplyMeetRequest request, CancellationToken cancellationToken)
    {
        var requested = MeetReading.Read(MeetWire.ToDraft(request.Meet));
        RequireTimeZone(requested.TimeZone);
        var answer = await writes.CommitAsync(
            nameof(ApplyMeet),
            requested.MeetId,
            request.RequestId,
            async (transaction, context, cancellation) =>
            {
                var current = await context.FindMeetAsync(requested.MeetId, cancellation);
                var change = MeetChange.Plan(current, requested);
                if (!change.IsNothing)
                {
                    await ApplyAsync(transaction, context, current, change, cancellation);
                }

                return new V1.ApplyMeetResponse { Meet = MeetWire.ToWire(change.Meet), Changed = !change.IsNothing };
            },
            cancellationToken);
        log.MeetApplied(requested.MeetId, answer.Changed);
        return answer;
    }

    private static async Task ApplyAsync(ChangelogTransaction transaction, RegistrationContext context, Meet? current, MeetChange change, CancellationToken cancellationToken)
    {
        await context.SaveMeetAsync(change.Meet, cancellationToken);
        if (change.MeetChanged)
        {
            transaction.Append(RecordKeys.Meet, MeetWire.ToRecord(change.Meet).ToByteArray());
        }

        foreach (var race in change.ChangedRaces)
        {
            transaction.Append(RecordKeys.Race(race.RaceId), new V1.RegistrationRecord { Race = RaceWire.ToWire(race) }.ToByteArray());
        }

        if (current is not null)
        {
            await CarryEntriesAsync(transaction, context, current, change, cancellationToken);
        }
    }

    /// <summary>Entries stay as they are, or the change is refused; what others know of them (age, wave, division) follows.</summary>
    private static async Task CarryEntriesAsync(ChangelogTransaction transaction, RegistrationContext context, Meet current, MeetChange change, CancellationToken cancellationToken)
    {
        var touched = change.TouchedRaces(current);
        if (touched.Count == 0)
        {
            return;
        }

        var before = new MeetCatalog(current);
        var after = new MeetCatalog(change.Meet);
        var fit = new EntryFit(after);
        await foreach (var entry in context.AllEntriesAsync(current.MeetId, touched).WithCancellation(cancellationToken))
        {
            if (fit.Check(entry) && EntryFacts.Of(entry, after) is var facts && facts != EntryFacts.Of(entry, before))
            {
                transaction.Append(RecordKeys.Entry(entry.EntryId), EntryWire.ToRecord(facts).ToByteArray());
            }
        }

        fit.Refuse();
    }

    private static void RequireTimeZone(string timeZone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var found) || !found.HasIanaId)
        {
            throw RefusalException.Invalid(Reasons.TimeZoneUnknown, "meet.time_zone", $"'{timeZone}' is no IANA time zone that this machine knows; write it like Asia/Pyongyang.");
        }
    }
}
