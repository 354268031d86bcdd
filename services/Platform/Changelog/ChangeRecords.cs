using Google.Protobuf;
using RaceSystem.Changelog.V1;

namespace RaceSystem.Platform.Changelog;

/// <summary>Records on the wire. Values are not copied in either direction.</summary>
internal static class ChangeRecords
{
    public static ChangeRecord ToMessage(ChangelogRecord record) =>
        new() { Sequence = record.Sequence, Key = record.Key, Value = UnsafeByteOperations.UnsafeWrap(record.Value) };

    public static IReadOnlyList<ChangelogRecord> FromMessages(IReadOnlyList<ChangeRecord> messages)
    {
        var records = new ChangelogRecord[messages.Count];
        for (var i = 0; i < records.Length; i++)
        {
            records[i] = new ChangelogRecord(messages[i].Sequence, messages[i].Key, messages[i].Value.Memory);
        }

        return records;
    }
}
