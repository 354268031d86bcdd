using Grpc.Core;
using Microsoft.Extensions.Logging;
using RaceSystem.Registration.Core.ImportEntries;
using RaceSystem.Registration.Service.Storage;

namespace RaceSystem.Registration.Service.ImportEntries;

/// <summary>Takes entries in bulk: everything in one commit, after the whole stream is here.</summary>
internal sealed class ImportEntriesHandler(RegistrationReads reads, RegistrationWrites writes, EntryWrites entries, EntryIds ids, RegistrationTelemetry telemetry, ILogger<ImportEntriesHandler> log)
{
    public async Task<V1.ImportEntriesResponse> HandleAsync(IAsyncStreamReader<V1.ImportEntriesRequest> stream, CancellationToken cancellationToken)
    {
        using var activity = RegistrationTelemetry.Source.StartActivity("registration.import");
        var upload = await ImportUpload.ReadAsync(stream, header => RequireMeetAsync(header.MeetId, cancellationToken), ids, cancellationToken);
        activity?.SetTag("racesystem.meet_id", upload.Header.MeetId).SetTag("racesystem.rows", upload.Rows.Count);
        var answer = upload.Header.ValidateOnly
            ? await ValidateAsync(upload, cancellationToken)
            : await WriteAsync(upload, cancellationToken);
        log.EntriesImported(upload.Header.MeetId, answer.CreatedCount, answer.UpdatedCount, answer.UnchangedCount, answer.InvalidCount, upload.Header.ValidateOnly);
        return answer;
    }

    private async Task RequireMeetAsync(string meetId, CancellationToken cancellationToken)
    {
        await using var context = await reads.OpenAsync(cancellationToken);
        await context.RequireMeetAsync(meetId, cancellationToken);
    }

    private async Task<V1.ImportEntriesResponse> ValidateAsync(ImportUpload upload, CancellationToken cancellationToken)
    {
        await using var context = await reads.OpenAsync(cancellationToken);
        var (_, outcome) = await PlanAsync(context, upload, cancellationToken);
        return ToAnswer(outcome);
    }

    private async Task<V1.ImportEntriesResponse> WriteAsync(ImportUpload upload, CancellationToken cancellationToken)
    {
        var answer = await CommitAsync(upload, cancellationToken);
        telemetry.Imported(answer);
        return answer;
    }

    private Task<V1.ImportEntriesResponse> CommitAsync(ImportUpload upload, CancellationToken cancellationToken) => writes.CommitAsync(
        nameof(ImportEntries),
        upload.Header.MeetId,
        upload.Header.RequestId,
        async (transaction, context, cancellation) =>
        {
            var (meet, outcome) = await PlanAsync(context, upload, cancellation);
            await entries.WriteAsync(transaction, meet, outcome.Updated, outcome.Created, cancellation);
            return ToAnswer(outcome);
        },
        cancellationToken,

        // An import that wrote nothing because of bad rows may be sent again, mended, under the same request_id.
        answer => answer.InvalidCount == 0 || upload.Header.SkipInvalid);

    private static async Task<(Core.Meets.MeetCatalog Meet, ImportOutcome Outcome)> PlanAsync(RegistrationContext context, ImportUpload upload, CancellationToken cancellationToken)
    {
        var meet = await context.RequireMeetAsync(upload.Header.MeetId, cancellationToken);
        var import = new EntryImport(meet, upload.Header.SkipInvalid);
        foreach (var (line, draft) in upload.Rows)
        {
            if (draft is null)
            {
                import.AddEmpty(line);
            }
            else
            {
                import.Add(line, draft);
            }
        }

        await foreach (var existing in context.AllEntriesAsync(meet.Meet.MeetId).WithCancellation(cancellationToken))
        {
            import.ShowExisting(existing);
        }

        return (meet, import.Complete());
    }

    private static V1.ImportEntriesResponse ToAnswer(ImportOutcome outcome)
    {
        var answer = new V1.ImportEntriesResponse
        {
            CreatedCount = outcome.Created.Count,
            UpdatedCount = outcome.Updated.Count,
            UnchangedCount = outcome.UnchangedCount,
            InvalidCount = outcome.InvalidCount,
        };
        answer.Problems.AddRange(outcome.Problems.Select(problem => new V1.ImportProblem
        {
            Line = problem.Line,
            Field = problem.Field,
            Reason = problem.Reason,
            Message = problem.Message,
        }));
        return answer;
    }
}
