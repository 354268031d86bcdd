using System.Collections.Concurrent;
using Google.Protobuf;
using Microsoft.Extensions.Logging;
using RaceSystem.Platform.Changelog;
using RaceSystem.Registration.V1;
using RaceSystem.Timing.Core.Progress;

namespace RaceSystem.Timing.Service.Registered;

/// <summary>What Timing follows of Registration's log: which meets, races and waves there are, and whose the chips are.</summary>
internal sealed class RegisteredMeets(ILogger<RegisteredMeets> logger) : IChangelogProjection
{
    private readonly ConcurrentDictionary<string, RegisteredMeet> _meets = new(StringComparer.Ordinal);

    /// <summary>The meet as far as it was followed; null when nothing was.</summary>
    internal RegisteredMeet? Find(string meetId) => _meets.GetValueOrDefault(meetId);

    public void Reset(string meetId) => _meets.TryRemove(meetId, out _);

    public void Apply(string meetId, IReadOnlyList<ChangelogRecord> records, long throughSequence)
    {
        ArgumentNullException.ThrowIfNull(records);
        var meet = _meets.GetOrAdd(meetId, _ => new RegisteredMeet());
        foreach (var record in records)
        {
            try
            {
                Apply(meet, RegistrationRecord.Parser.ParseFrom(record.Value.Span));
            }
            catch (InvalidProtocolBufferException exception)
            {
                LogMessages.RegistrationRecordUnreadable(logger, exception, meetId, record.Key, record.Sequence);
            }
        }
    }

    private static void Apply(RegisteredMeet meet, RegistrationRecord record)
    {
        switch (record.ValueCase)
        {
            case RegistrationRecord.ValueOneofCase.Meet:
                meet.SetMeet(record.Meet.TimeZone);
                break;
            case RegistrationRecord.ValueOneofCase.Race:
                meet.SetWaves(record.Race.RaceId, [.. record.Race.Waves.Select(wave => wave.WaveId)]);
                meet.Field.SetCourse(CourseOf(record.Race));
                break;
            case RegistrationRecord.ValueOneofCase.Entry:
                meet.SetChips(record.Entry.EntryId, [.. record.Entry.Chips]);
                meet.SetBib(record.Entry.EntryId, record.Entry.Bib);
                meet.Field.SetRunner(record.Entry.EntryId, record.Entry.RaceId, record.Entry.WaveId, record.Entry.Withdrawn ? [] : [.. record.Entry.Chips]);
                break;
            case RegistrationRecord.ValueOneofCase.None:
            default:
                // A kind that a later version of Registration adds; Timing does not need it.
                break;
        }
    }

    private static ProgressCourse CourseOf(Race race) =>
        new(race.RaceId, [.. (race.Course?.Visits ?? []).Select(visit => new ProgressVisit(visit.SplitId, visit.TimingPointId, visit.DistanceM))]);
}
