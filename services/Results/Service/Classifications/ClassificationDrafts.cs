using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Evidence;
using RaceSystem.Results.Certification.People;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Service.Classifications;

/// <summary>Collects the evidence of a meet, or what is open in it, from the stored copies of the logs; one at a time.</summary>
internal sealed class ClassificationDrafts(
    [FromKeyedServices(ResultsModule.ServiceName)] IChangelog own,
    [FromKeyedServices(ResultsModule.RegistrationFollower)] IChangelogFollower registration,
    [FromKeyedServices(ResultsModule.TimingFollower)] IChangelogFollower timing,
    ClassificationStore store) : IDisposable
{
    private const int PageSize = 10_000;
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The meet as it stands now, as evidence and with what is open in it.</summary>
    /// <param name="meetId">The meet.</param>
    /// <param name="live">The newest standings, for what was judged there already.</param>
    /// <param name="cancellationToken">The call's.</param>
    public async Task<ClassificationDraft> MakeAsync(string meetId, MeetStandings live, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var persons = new PersonCommitments(await store.OpeningsAsync(meetId, "", cancellationToken));
            using var collector = new EvidenceCollector(persons);
            var findings = new MeetFindings();
            var (logs, away) = await ReadAsync(
                meetId,
                (owner, record) =>
                {
                    collector.Take(owner, record.Sequence, record.Key, record.Value);
                    findings.Take(owner, record.Sequence, record.Key, record.Value);
                },
                cancellationToken);
            var (scoring, file) = collector.Finish();
            return new ClassificationDraft(scoring, scoring.Score(), file, persons.Added, logs, MeetLook.At(findings, live, away));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What is open in the meet as it stands now, and no evidence: nothing is compressed, hashed or committed to.</summary>
    public async Task<MeetLook> LookAsync(string meetId, MeetStandings live, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var findings = new MeetFindings();
            var (_, away) = await ReadAsync(meetId, (owner, record) => findings.Take(owner, record.Sequence, record.Key, record.Value), cancellationToken);
            return MeetLook.At(findings, live, away);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<(IReadOnlyList<LogMark> Logs, IReadOnlyList<string> Away)> ReadAsync(string meetId, Action<string, ChangelogRecord> take, CancellationToken cancellationToken)
    {
        var away = new List<string>();
        await AskAsync(registration, meetId, away, cancellationToken);
        await AskAsync(timing, meetId, away, cancellationToken);
        return (
            [
                await CopyAsync(registration, meetId, take, cancellationToken),
                await OwnAsync(meetId, take, cancellationToken),
                await CopyAsync(timing, meetId, take, cancellationToken),
            ],
            away);
    }

    private static async Task AskAsync(IChangelogFollower follower, string meetId, List<string> away, CancellationToken cancellationToken)
    {
        try
        {
            await follower.CatchUpAsync(meetId, cancellationToken);
        }
        catch (RefusalException refusal) when (refusal.Kind == RefusalKind.Unavailable)
        {
            // What is stored here can still be published; the check says that there may be more.
            away.Add(follower.Owner);
        }
    }

    private static async Task<LogMark> CopyAsync(IChangelogFollower follower, string meetId, Action<string, ChangelogRecord> take, CancellationToken cancellationToken)
    {
        var head = await follower.ReadCopyAsync(
            meetId,
            records =>
            {
                foreach (var record in records)
                {
                    take(follower.Owner, record);
                }
            },
            cancellationToken);
        return new LogMark(follower.Owner, head.LogId, head.Sequence);
    }

    /// <summary>
    /// Page after page: a record that is replaced meanwhile comes again with its new value, and it is the head of the last
    /// page at which every key's latest record was given.
    /// </summary>
    private async Task<LogMark> OwnAsync(string meetId, Action<string, ChangelogRecord> take, CancellationToken cancellationToken)
    {
        var latest = new Dictionary<string, ChangelogRecord>(StringComparer.Ordinal);
        ChangelogPage page;
        long through = 0;
        do
        {
            page = await own.ListAfterAsync(meetId, through, PageSize, cancellationToken);
            through = page.ThroughSequence;
            foreach (var record in page.Records)
            {
                latest[record.Key] = record;
            }
        }
        while (through < page.HeadSequence);

        foreach (var record in latest.Values.OrderBy(record => record.Sequence))
        {
            take(own.Owner, record);
        }

        return new LogMark(own.Owner, page.LogId, through);
    }
}
