using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Storage;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Evidence;
using RaceSystem.Results.Service.Classifications;
using RaceSystem.Results.Service.Following;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.Service.Storage;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.PublishClassification;

/// <summary>Publishes a version: evidence is collected and scored outside the commit, version, signature and rows are written inside it, all or nothing.</summary>
internal sealed class PublishClassificationHandler(
    [FromKeyedServices(ResultsModule.ServiceName)] IChangelog changelog,
    KnownMeets meets,
    ClassificationDrafts drafts,
    SigningKeys keys,
    OwnLog ownLog,
    TimeProvider time,
    ILogger<PublishClassificationHandler> log)
{
    private const string AnswerPrefix = "publish/", OvertakenReason = "CLASSIFICATION_OVERTAKEN";
    private const int MaxAttempts = 3;

    public async Task<PublishClassificationResponse> HandleAsync(PublishClassificationRequest request, CancellationToken cancellationToken)
    {
        var state = PublishClassificationValidator.Require(request);
        await meets.RequireRaceAsync(request.MeetId, request.RaceId, cancellationToken);
        if (await BeginAsync(request, state, cancellationToken) is { } given)
        {
            return given;
        }

        var response = await PublishAsync(request, state, cancellationToken);
        log.ClassificationPublished(request.MeetId, request.RaceId, response.Classification.Version, state, response.Classification.Hash);
        await ownLog.CatchUpAsync(request.MeetId, cancellationToken);
        return response;
    }

    private async Task<PublishClassificationResponse> PublishAsync(PublishClassificationRequest request, Certification.Documents.ClassificationState state, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryPublishAsync(request, state, cancellationToken);
            }
            catch (RefusalException refusal) when (refusal.Reason == OvertakenReason && attempt < MaxAttempts)
            {
                // Another replica published later records meanwhile: they are in the evidence that is collected now.
                log.ClassificationOvertaken(request.MeetId, request.RaceId);
            }
        }
    }

    private async Task<PublishClassificationResponse> TryPublishAsync(PublishClassificationRequest request, Certification.Documents.ClassificationState state, CancellationToken cancellationToken)
    {
        var (meet, _) = await meets.RequireRaceAsync(request.MeetId, request.RaceId, cancellationToken);
        var draft = await drafts.MakeAsync(request.MeetId, meet.Standings, cancellationToken);
        var race = draft.Standings.Find(request.RaceId) ?? throw KnownMeets.RaceUnknown(request.MeetId, request.RaceId);
        PublishClassificationValidator.RequireAwards(race);
        var items = ClassificationCheck.Of(draft.Look, request.MeetId, request.RaceId);
        var accepted = PublishClassificationValidator.RequireChecked(request, state, items);
        var parts = new List<RowPart>();
        var content = ClassificationBuilder.Build(draft.Evidence, draft.Standings, request.RaceId, parts.Add);
        var header = new ClassificationHeader
        {
            Content = content,
            Version = 0,
            State = state,
            PublishedBy = request.PublishedBy,
            PublishedAt = Instant.From(time.GetUtcNow()),
            Reason = request.Reason,
            Accepted = accepted,
            Logs = draft.Logs,
            Key = keys.Require().Public.Fingerprint,
        };
        return await CommitAsync(request, header, draft, parts, items, cancellationToken);
    }

    /// <summary>Before the work: the answer that was given already, or a refusal that needs no scoring.</summary>
    private async Task<PublishClassificationResponse?> BeginAsync(PublishClassificationRequest request, Certification.Documents.ClassificationState state, CancellationToken cancellationToken)
    {
        PublishClassificationResponse? given = null;
        await changelog.CommitAsync(
            request.MeetId,
            async (transaction, token) =>
            {
                given = await FindAnswerAsync(request, transaction, token);
                if (given is null)
                {
                    await using var context = ServiceDbContext.Over<ResultsDbContext>(transaction);
                    PublishClassificationValidator.RequireNext((await ClassificationStore.FindLatestAsync(context, request.MeetId, request.RaceId, token))?.Header.State, state);
                }
            },
            cancellationToken);
        return given;
    }

    private Task<PublishClassificationResponse> CommitAsync(
        PublishClassificationRequest request, ClassificationHeader header, ClassificationDraft draft, List<RowPart> parts, IReadOnlyList<CheckItem> items, CancellationToken cancellationToken) =>
        changelog.CommitOnceAsync(
            request.MeetId,
            AnswerIdOf(request),
            async (transaction, token) =>
            {
                await using var context = ServiceDbContext.Over<ResultsDbContext>(transaction);
                var latest = await ClassificationStore.FindLatestAsync(context, request.MeetId, request.RaceId, token);
                PublishClassificationValidator.RequireNext(latest?.Header.State, header.State);
                RequireNotBehind(header.Logs, latest?.Header.Logs ?? []);
                var signed = SignedHeader.Sign(header with { Version = (latest?.Header.Version ?? 0) + 1, PreviousHash = latest?.Hash ?? "" }, keys.Require());
                await ClassificationWrites.WriteAsync(context, signed, draft, parts, token);
                var version = ClassificationWire.ToWire(signed);
                transaction.Append(KeyOf(version), new ResultsRecord { Classification = version }.ToByteArray());
                return new PublishClassificationResponse { Classification = version, Items = { items.Take(ClassificationCheck.MaxItems) }, ResultsSequence = transaction.Head.Sequence + transaction.Count };
            },
            cancellationToken);

    /// <summary>A version never knows less than the one before it, which another replica may have published while this one was scored.</summary>
    private static void RequireNotBehind(IReadOnlyList<LogMark> logs, IReadOnlyList<LogMark> latest)
    {
        if (logs.Any(log => latest.Any(before => before.Owner == log.Owner && before.LogId == log.LogId && before.Sequence > log.Sequence)))
        {
            throw new RefusalException(RefusalKind.Unavailable, OvertakenReason, "Nothing was published: while it was scored, another version was published from later records. Look at that one, and publish again if it is still wanted.");
        }
    }

    private static async Task<PublishClassificationResponse?> FindAnswerAsync(PublishClassificationRequest request, ChangelogTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.FindAnswerAsync(AnswerIdOf(request), cancellationToken) is { } answer ? PublishClassificationResponse.Parser.ParseFrom(answer.Span) : null;

    private static string AnswerIdOf(PublishClassificationRequest request) => request.RequestId.Length == 0 ? "" : AnswerPrefix + request.RequestId;

    private static string KeyOf(Classification version) => $"{EvidenceOwners.ClassificationPrefix}{version.RaceId}/{version.Version}";
}
