using Grpc.Core;
using Grpc.Net.Client;
using RaceSystem.Results.Certification.Verification;
using RaceSystem.Results.V1;

namespace RaceSystem.Acceptance.Tests.Certification;

/// <summary>One instance of Results, asked over gRPC, for one race.</summary>
internal sealed class PublishingClient(Uri address, string meetId, string raceId) : IDisposable
{
    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(address);

    public ResultsService.ResultsServiceClient Results => new(_channel);

    /// <summary>Publishes; where something blocks, accepts what is open, as a referee does who has looked at it.</summary>
    public async Task<Classification> PublishAsync(string requestId, ClassificationState state = ClassificationState.Provisional, string reason = "")
    {
        var request = new PublishClassificationRequest { MeetId = meetId, RaceId = raceId, State = state, PublishedBy = "referee", Reason = reason, RequestId = requestId };
        if (state != ClassificationState.Provisional)
        {
            var check = await Results.CheckClassificationAsync(new CheckClassificationRequest { MeetId = meetId, RaceId = raceId }, cancellationToken: TestContext.Current.CancellationToken);
            request.AcceptedItemIds.AddRange(check.Items.Where(item => item.Blocking).Select(item => item.ItemId));
        }

        return (await Results.PublishClassificationAsync(request, cancellationToken: TestContext.Current.CancellationToken)).Classification;
    }

    public async Task<IReadOnlyList<Classification>> VersionsAsync() =>
        (await Results.ListClassificationsAsync(new ListClassificationsRequest { MeetId = meetId }, cancellationToken: TestContext.Current.CancellationToken)).Classifications;

    /// <summary>Downloads a version with its evidence, verifies it and scores it anew; every byte is the same.</summary>
    public async Task<DocumentReport> RequireReproducedAsync(int version, string trustedKey)
    {
        var token = TestContext.Current.CancellationToken;
        using var document = new MemoryStream();
        using var rows = Results.GetClassification(new GetClassificationRequest { MeetId = meetId, RaceId = raceId, Version = version });
        await foreach (var piece in rows.ResponseStream.ReadAllAsync(token))
        {
            document.Write(piece.Content.Span);
        }

        using var evidence = new MemoryStream();
        using var records = Results.GetEvidence(new GetEvidenceRequest { MeetId = meetId, RaceId = raceId, Version = version });
        await foreach (var piece in records.ResponseStream.ReadAllAsync(token))
        {
            evidence.Write(piece.Content.Span);
        }

        (document.Position, evidence.Position) = (0, 0);
        var reproduction = Reproduction.Of(document, evidence, trustedKey);
        Assert.Empty(reproduction.Differences);
        return reproduction.Report;
    }

    /// <summary>
    /// What is published: numbered without a gap from 1, each naming the one before, each knowing all records that the one before knew,
    /// and each reproduced from its evidence.
    /// </summary>
    public async Task<IReadOnlyList<Classification>> RequireChainAsync()
    {
        var versions = await VersionsAsync();
        Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(version => version.Version));
        var (previous, known) = ("", new Dictionary<string, long>());
        foreach (var version in versions)
        {
            Assert.Equal(previous, version.PreviousHash);
            previous = version.Hash;
            var report = await RequireReproducedAsync(version.Version, version.KeyFingerprint);
            Assert.Equal(version.Hash, report.Hash);
            foreach (var log in report.Header.Logs)
            {
                Assert.True(log.Sequence >= known.GetValueOrDefault(log.Owner), $"version {version.Version} knows '{log.Owner}' up to {log.Sequence} only");
                known[log.Owner] = log.Sequence;
            }
        }

        return versions;
    }

    public void Dispose() => _channel.Dispose();
}
