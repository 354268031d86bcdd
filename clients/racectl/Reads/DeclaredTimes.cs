using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Racectl.Reads;

/// <summary>How the times of a file are read, and who said so: nothing is guessed.</summary>
/// <param name="Zone">Zone of local times.</param>
/// <param name="ZoneFrom">option, device or meet.</param>
/// <param name="Date">Date of times without one; null: there is none, and such times are rejected.</param>
/// <param name="DateFrom">option or meet.</param>
internal sealed record DeclaredTimes(TimeZoneInfo Zone, string ZoneFrom, DateOnly? Date, string DateFrom)
{
    public DeviceTimes ToDeviceTimes() => new(Zone, Date);

    public string DateText => Date?.ToString("yyyy-MM-dd", null) ?? "";

    public override string ToString() =>
        $"Local times are read in {Zone.Id} ({Source(ZoneFrom)} zone), times without a date on {(Date is null ? "no day: they are rejected" : $"{DateText} ({Source(DateFrom)} day)")}.";

    private static string Source(string from) => from switch
    {
        "option" => "the given",
        "device" => "the device's",
        _ => "the meet's",
    };
}
