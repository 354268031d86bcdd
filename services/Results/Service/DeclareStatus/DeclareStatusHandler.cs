using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Following;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.DeclareStatus;

/// <summary>Commits race control's word on runners to Results' own log: all of a request or nothing.</summary>
internal sealed class DeclareStatusHandler(
    [FromKeyedServices(ResultsModule.ServiceName)] IChangelog changelog,
    KnownMeets meets,
    OwnLog ownLog,
    TimeProvider time,
    ILogger<DeclareStatusHandler> log)
{
    private const int MaxViolations = 100;

    public async Task<DeclareStatusResponse> HandleAsync(DeclareStatusRequest request, CancellationToken cancellationToken)
    {
        DeclareStatusValidator.Require(request);
        await RequireRunnersAsync(request, cancellationToken);
        var response = await changelog.CommitOnceAsync(
            request.MeetId,
            request.RequestId,
            (transaction, _) =>
            {
                Append(request, transaction);
                return Task.FromResult(new DeclareStatusResponse { ResultsSequence = transaction.Head.Sequence + transaction.Count });
            },
            cancellationToken);
        log.StatusDeclared(request.MeetId, request.Declarations.Count);
        await ownLog.CatchUpAsync(request.MeetId, cancellationToken);
        return response;
    }

    /// <summary>Key of a declaration in Results' log.</summary>
    public static string KeyOf(StatusDeclaration declaration) => $"status/{declaration.RaceId}/{declaration.Bib}";

    private void Append(DeclareStatusRequest request, ChangelogTransaction transaction)
    {
        var now = Timestamp.FromDateTimeOffset(time.GetUtcNow());
        foreach (var declaration in request.Declarations)
        {
            var kept = declaration.Clone();
            kept.DeclareTime ??= now;
            transaction.Append(KeyOf(kept), new ResultsRecord { StatusDeclaration = kept }.ToByteArray());
        }
    }

    private async Task RequireRunnersAsync(DeclareStatusRequest request, CancellationToken cancellationToken)
    {
        var meet = await meets.FindAsync(request.MeetId, standings => Unknown(request, standings).Count == 0, cancellationToken);
        var unknown = Unknown(request, meet.Standings);
        if (unknown.Count == 0)
        {
            return;
        }

        var isRace = unknown.Any(violation => violation.Field.EndsWith(".race_id", StringComparison.Ordinal));
        throw new RefusalException(
            RefusalKind.NotFound,
            isRace ? "RACE_UNKNOWN" : "BIB_UNKNOWN",
            $"{unknown.Count} declarations name {(isRace ? "a race or a bib" : "a bib")} that meet '{request.MeetId}' does not have; nothing was declared.",
            [.. unknown.Take(MaxViolations)]);
    }

    private static List<FieldViolation> Unknown(DeclareStatusRequest request, MeetStandings standings)
    {
        var unknown = new List<FieldViolation>();
        for (var i = 0; i < request.Declarations.Count; i++)
        {
            var declaration = request.Declarations[i];
            if (standings.Find(declaration.RaceId) is not { } race)
            {
                unknown.Add(new FieldViolation($"declarations[{i}].race_id", $"There is no race '{declaration.RaceId}'."));
            }
            else if (race.FindBib(declaration.Bib) < 0)
            {
                unknown.Add(new FieldViolation($"declarations[{i}].bib", $"Nobody wears bib '{declaration.Bib}' in race '{declaration.RaceId}'."));
            }
        }

        return unknown;
    }
}
