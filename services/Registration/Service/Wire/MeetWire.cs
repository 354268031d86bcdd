using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Service.Wire;

/// <summary>Meets between the wire and the core.</summary>
internal static class MeetWire
{
    public static MeetDraft ToDraft(V1.Meet? meet)
    {
        if (meet is null)
        {
            throw RefusalException.Invalid(Reasons.MeetMissing, "meet", "is missing; send the meet to create or change.");
        }

        return new(meet.MeetId, meet.DisplayName, meet.TimeZone, meet.RaceDay, [.. meet.Races.Select((race, i) => RaceWire.ToCore(race, $"meet.races[{i}]"))]);
    }

    public static V1.Meet ToWire(Meet meet)
    {
        var wire = new V1.Meet { MeetId = meet.MeetId, DisplayName = meet.DisplayName, TimeZone = meet.TimeZone, RaceDay = DayToWire(meet.RaceDay) };
        wire.Races.AddRange(meet.Races.Select(RaceWire.ToWire));
        return wire;
    }

    public static V1.RegistrationRecord ToRecord(Meet meet)
    {
        var record = new V1.MeetRecord { MeetId = meet.MeetId, DisplayName = meet.DisplayName, TimeZone = meet.TimeZone, RaceDay = DayToWire(meet.RaceDay) };
        record.RaceIds.AddRange(meet.Races.Select(race => race.RaceId));
        return new() { Meet = record };
    }

    public static string DayToWire(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
