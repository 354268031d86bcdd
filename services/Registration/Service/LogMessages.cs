using Microsoft.Extensions.Logging;

namespace RaceSystem.Registration.Service;

/// <summary>What Registration logs. No personal data: ids and counts only.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(LogLevel.Information, "Meet {MeetId} applied (changed: {Changed})")]
    public static partial void MeetApplied(this ILogger logger, string meetId, bool changed);

    [LoggerMessage(LogLevel.Information, "Entries of meet {MeetId} imported: {Created} created, {Updated} updated, {Unchanged} unchanged, {Invalid} invalid (validate only: {ValidateOnly})")]
    public static partial void EntriesImported(this ILogger logger, string meetId, int created, int updated, int unchanged, int invalid, bool validateOnly);

    [LoggerMessage(LogLevel.Information, "Entry {EntryId} of meet {MeetId}: the participant was erased")]
    public static partial void ParticipantErased(this ILogger logger, string meetId, string entryId);
}
