using Google.Protobuf;
using RaceSystem.Platform.Changelog;
using RaceSystem.Registration.V1;

namespace RaceSystem.Timing.Tests.Service;

/// <summary>Registration's log in memory: served by the host under test as if Registration ran beside it.</summary>
internal sealed class FakeRegistrationLog : IChangelog
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<ChangelogRecord>> _logs = new(StringComparer.Ordinal);

    public string Owner => "registration";

    internal void PutMeet(string meetId) =>
        Put(meetId, "meet", new RegistrationRecord { Meet = new MeetRecord { MeetId = meetId, TimeZone = "UTC" } });

    internal void PutRace(string meetId, string raceId, params string[] waves)
    {
        var race = new Race { RaceId = raceId };
        race.Waves.AddRange(waves.Select(wave => new Wave { WaveId = wave }));
        Put(meetId, $"race/{raceId}", new RegistrationRecord { Race = race });
    }

    /// <summary>A race with a course.</summary>
    internal void PutCourse(string meetId, string raceId, params (string SplitId, string PointId, long DistanceM)[] visits)
    {
        var race = new Race { RaceId = raceId, Waves = { new Wave { WaveId = "w1" } }, Course = new Course() };
        race.Course.Visits.AddRange(visits.Select(visit => new CourseVisit { SplitId = visit.SplitId, TimingPointId = visit.PointId, DistanceM = visit.DistanceM }));
        Put(meetId, $"race/{raceId}", new RegistrationRecord { Race = race });
    }

    internal void PutEntry(string meetId, string entryId, params string[] chips) =>
        Put(meetId, $"entry/{entryId}", new RegistrationRecord { Entry = new EntryRecord { EntryId = entryId, RaceId = "race", Chips = { chips } } });

    internal void PutBib(string meetId, string entryId, string bib) =>
        Put(meetId, $"entry/{entryId}", new RegistrationRecord { Entry = new EntryRecord { EntryId = entryId, RaceId = "race", Bib = bib } });

    public Task<ChangelogHead> CommitAsync(string meetId, Func<ChangelogTransaction, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nobody writes Registration's log here.");

    public Task<ChangelogHead> GetHeadAsync(string meetId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(HeadOf(meetId));
        }
    }

    public Task<IReadOnlyList<ChangelogHead>> ListHeadsAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<ChangelogHead>>([.. _logs.Keys.Select(HeadOf)]);
        }
    }

    public Task<ChangelogPage> ListAfterAsync(string meetId, long afterSequence, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var head = HeadOf(meetId);
            var records = _logs.GetValueOrDefault(meetId, []).Where(record => record.Sequence > afterSequence).Take(limit).ToList();
            var through = records.Count == limit ? records[^1].Sequence : head.Sequence;
            return Task.FromResult(new ChangelogPage(head.LogId, records, through, head.Sequence));
        }
    }

    private void Put(string meetId, string key, RegistrationRecord record)
    {
        lock (_lock)
        {
            var log = _logs.TryGetValue(meetId, out var known) ? known : _logs[meetId] = [];
            log.Add(new ChangelogRecord(log.Count + 1, key, record.ToByteArray()));
        }
    }

    private ChangelogHead HeadOf(string meetId) =>
        _logs.TryGetValue(meetId, out var log) ? new ChangelogHead(meetId, "registration-log", log.Count) : new ChangelogHead(meetId, "", 0);
}
