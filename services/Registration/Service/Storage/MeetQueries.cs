using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using RaceSystem.Kernel;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Meets;
using RaceSystem.Registration.Service.Wire;

namespace RaceSystem.Registration.Service.Storage;

/// <summary>Reads and writes meets.</summary>
internal static class MeetQueries
{
    public static async Task<Meet?> FindMeetAsync(this RegistrationContext context, string meetId, CancellationToken cancellationToken)
    {
        var row = await context.Meets.AsNoTracking().Include(meet => meet.Races).SingleOrDefaultAsync(meet => meet.MeetId == meetId, cancellationToken);
        return row is null ? null : ToMeet(row);
    }

    /// <exception cref="RefusalException">There is no such meet; reason <c>MEET_UNKNOWN</c>.</exception>
    public static async Task<MeetCatalog> RequireMeetAsync(this RegistrationContext context, string meetId, CancellationToken cancellationToken)
    {
        var meet = await context.FindMeetAsync(Identifier.Require(meetId, "meet_id"), cancellationToken)
            ?? throw RefusalException.NotFound(Reasons.MeetUnknown, $"There is no meet '{meetId}'; create it with ApplyMeet.");
        return new(meet);
    }

    /// <summary>Meets after an id, in the order of their ids.</summary>
    public static IAsyncEnumerable<MeetRow> MeetsAfter(this RegistrationContext context, string meetId, int limit) =>
        context.Meets.AsNoTracking()
            .Include(meet => meet.Races)
            .Where(meet => string.Compare(meet.MeetId, meetId) > 0)
            .OrderBy(meet => meet.MeetId)
            .Take(limit)
            .AsAsyncEnumerable();

    public static async Task SaveMeetAsync(this RegistrationContext context, Meet meet, CancellationToken cancellationToken)
    {
        var row = await context.Meets.Include(known => known.Races).SingleOrDefaultAsync(known => known.MeetId == meet.MeetId, cancellationToken);
        if (row is null)
        {
            row = new() { MeetId = meet.MeetId, DisplayName = meet.DisplayName, TimeZone = meet.TimeZone, RaceDay = meet.RaceDay };
            context.Meets.Add(row);
        }

        (row.DisplayName, row.TimeZone, row.RaceDay) = (meet.DisplayName, meet.TimeZone, meet.RaceDay);
        for (var position = 0; position < meet.Races.Count; position++)
        {
            SaveRace(row, meet.Races[position], position);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    public static Meet ToMeet(MeetRow row) => new(
        row.MeetId,
        row.DisplayName,
        row.TimeZone,
        row.RaceDay,
        ValueList.From(row.Races.OrderBy(race => race.Position).Select(race => RaceWire.ToCore(V1.Race.Parser.ParseFrom(race.Definition), race.RaceId))));

    private static void SaveRace(MeetRow meet, Race race, int position)
    {
        var definition = RaceWire.ToWire(race).ToByteArray();
        if (meet.Races.Find(known => known.RaceId == race.RaceId) is { } row)
        {
            row.Position = position;
            row.Definition = definition;
        }
        else
        {
            meet.Races.Add(new() { MeetId = meet.MeetId, RaceId = race.RaceId, Position = position, Definition = definition });
        }
    }
}
