using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Evidence;
using RaceSystem.Results.Certification.People;

namespace RaceSystem.Results.Service.Classifications;

/// <summary>Collects the evidence of a meet from the stored copies of the logs and scores it; one at a time.</summary>
internal sealed class ClassificationDrafts(
    [FromKeyedServices(ResultsModule.ServiceName)] IChangelog own,
    [FromKeyedServices(ResultsModule.RegistrationFollower)] IChangelogFollower registration,
    [FromKeyedServices(ResultsModule.TimingFollower)] IChangelogFollower timing,
    ClassificationStore store) : IDisposable
{
    private const int PageSize = 10_000;
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The meet as it stands now.</summary>
    public async Task<ClassificationDraft> MakeAsync(string meetId, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var away = new List<string>();
            await AskAsync(registration, meetId, away, cancellationToken);
            await AskAsync(timing, meetId, away, cancellationToken);
            var persons = new PersonCommitments(await store.OpeningsAsync(meetId, "", cancellationToken));
            using var collector = new EvidenceCollector(persons);
            List<LogMark> logs =
            [
                await CopyAsync(registration, meetId, collector, cancellationToken),
                await OwnAsync(meetId, collector, cancellationToken),
                await CopyAsync(timing, meetId, collector, cancellationToken),
            ];
            var (scoring, file) = collector.Finish();
            return new ClassificationDraft(scoring, scoring.Score(), file, persons.Added, logs, away);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

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

    private static async Task<LogMark> CopyAsync(IChangelogFollower follower, string meetId, EvidenceCollector collector, CancellationToken cancellationToken)
    {
        var head = await follower.ReadCopyAsync(
            meetId,
            records =>
            {
                foreach (var record in records)
                {
                    collector.Take(follower.Owner, record.Sequence, record.Key, record.Value);
                }
            },
            cancellationToken);
        return new LogMark(follower.Owner, head.LogId, head.Sequence);
    }

    /// <summary>
    /// Page after page: a record that is replaced meanwhile comes again with its new value, and it is the head of the last
    /// page at which every key's latest record was given.
    /// </summary>
    private async Task<LogMark> OwnAsync(string meetId, EvidenceCollector collector, CancellationToken cancellationToken)
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
            collector.Take(own.Owner, record.Sequence, record.Key, record.Value);
        }

        return new LogMark(own.Owner, page.LogId, through);
    }
}
