namespace RaceSystem.Registration.Service;

/// <summary>Keys of Registration's log. Part of the contract (record.proto).</summary>
internal static class RecordKeys
{
    public const string Meet = "meet";
    public const string EntryPrefix = "entry/";

    public static string Race(string raceId) => $"race/{raceId}";

    public static string Entry(string entryId) => EntryPrefix + entryId;
}
