using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using RaceSystem.Acceptance.Tests.Certification;
using RaceSystem.Acceptance.Tests.Systems;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Acceptance.Tests.Replicas;

/// <summary>Two instances of Results on one PostgreSQL database publish, decide and erase as one.</summary>
public sealed class PublishingReplicaTests(RunningSystems systems)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Two_replicas_that_publish_at_the_same_moment_make_one_chain_of_versions()
    {
        const int Rounds = 4;
        var system = (SeparateHostsSystem)await systems.GetAsync(SystemShape.SeparateHosts);
        await using var replica = await system.StartReplicaAsync("results");
        var field = await PublishedField.RunAsync(system, runners: 400);
        using var first = field.At(system.Results);
        using var second = field.At(replica.BaseAddress);
        await KnownAsync(second, field);

        var published = new List<Classification>();
        for (var round = 0; round < Rounds; round++)
        {
            // A decision each round, so that the two may have scored different records; one request goes to both.
            var decided = DecideAsync(round % 2 == 0 ? first : second, field, field.Bibs[round]);
            var same = new[] { first, second }.Select(client => client.PublishAsync($"same-{round}")).ToArray();
            published.AddRange(await Task.WhenAll(first.PublishAsync($"first-{round}"), second.PublishAsync($"second-{round}")));
            var twice = await Task.WhenAll(same);
            await decided;
            Assert.Equal(twice[0], twice[1]);
            published.Add(twice[0]);
        }

        var chain = await first.RequireChainAsync();
        Assert.Equal(3 * Rounds, chain.Count);
        Assert.Equal(published.OrderBy(version => version.Version), chain);
        Assert.Equal(chain, await second.RequireChainAsync());

        var certified = await Task.WhenAll(Outcome(first), Outcome(second));
        Assert.Single(certified, outcome => outcome == "");
        Assert.Single(certified, outcome => outcome.Contains("OFFICIAL cannot follow OFFICIAL", StringComparison.Ordinal));
        Assert.Equal(3 * Rounds + 1, (await second.RequireChainAsync()).Count);
    }

    [Fact]
    public async Task What_is_decided_on_one_replica_counts_on_the_other_and_in_what_it_publishes()
    {
        var system = (SeparateHostsSystem)await systems.GetAsync(SystemShape.SeparateHosts);
        await using var replica = await system.StartReplicaAsync("results");
        var field = await PublishedField.RunAsync(system, runners: 200);
        using var first = field.At(system.Results);
        using var second = field.At(replica.BaseAddress);
        await KnownAsync(second, field);

        await DecideAsync(first, field, field.Bibs[0]);
        var published = await second.PublishAsync("decided");

        await Eventually.TrueAsync(async () => await StatusAsync(second, field, field.Bibs[0]) == ResultStatus.Dsq, Patience, () => replica.Output);
        var decisions = await second.Results.ListAdjudicationsAsync(new ListAdjudicationsRequest { MeetId = field.MeetId }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(field.Bibs[0], Assert.Single(decisions.Adjudications).Bib);
        var proof = await first.Results.GetInclusionProofAsync(
            new GetInclusionProofRequest { MeetId = field.MeetId, RaceId = field.RaceId, Bib = field.Bibs[0], Version = published.Version }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains("\"status\":\"DSQ\"", proof.Proof, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_is_erased_is_gone_from_what_both_replicas_show_and_publish()
    {
        var system = (SeparateHostsSystem)await systems.GetAsync(SystemShape.SeparateHosts);
        await using var replica = await system.StartReplicaAsync("results");
        var field = await PublishedField.RunAsync(system, runners: 200);
        using var first = field.At(system.Results);
        using var second = field.At(replica.BaseAddress);
        await KnownAsync(second, field);
        var before = await first.PublishAsync("before");
        Assert.Equal(0, (await second.RequireReproducedAsync(before.Version, before.KeyFingerprint)).HiddenPersons);

        using var channel = GrpcChannel.ForAddress(system.Hosts["registration"].BaseAddress);
        var standing = await first.Results.GetParticipantResultAsync(new GetParticipantResultRequest { MeetId = field.MeetId, Bib = field.Bibs[0] }, cancellationToken: TestContext.Current.CancellationToken);
        await new RegistrationService.RegistrationServiceClient(channel).EraseParticipantAsync(
            new EraseParticipantRequest { MeetId = field.MeetId, EntryId = standing.Result.Standing.EntryId, RequestId = "erase" }, cancellationToken: TestContext.Current.CancellationToken);

        foreach (var client in new[] { second, first })
        {
            await Eventually.TrueAsync(async () => (await client.RequireReproducedAsync(before.Version, before.KeyFingerprint)).HiddenPersons == 1, Patience, () => replica.Output);
        }

        var after = await Task.WhenAll(first.PublishAsync("after-1"), second.PublishAsync("after-2"));
        foreach (var version in after)
        {
            Assert.Equal(1, (await first.RequireReproducedAsync(version.Version, version.KeyFingerprint)).HiddenPersons);
        }

        await second.RequireChainAsync();
    }

    private static async Task<string> Outcome(PublishingClient client)
    {
        try
        {
            await client.PublishAsync("", ClassificationState.Official);
            return "";
        }
        catch (Grpc.Core.RpcException refused)
        {
            return refused.Status.Detail;
        }
    }

    private static async Task DecideAsync(PublishingClient client, PublishedField field, string bib) => await client.Results.RecordAdjudicationAsync(
        new RecordAdjudicationRequest
        {
            MeetId = field.MeetId,
            Adjudication = new Adjudication { RaceId = field.RaceId, Bib = bib, DecidedBy = "referee", Note = "seen", Disqualification = new Disqualification { RuleNumber = "TR 6.3" } },
            RequestId = $"decide-{bib}",
        },
        cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<ResultStatus> StatusAsync(PublishingClient client, PublishedField field, string bib) =>
        (await client.Results.GetParticipantResultAsync(new GetParticipantResultRequest { MeetId = field.MeetId, Bib = bib }, cancellationToken: TestContext.Current.CancellationToken)).Result.Standing.Status;

    /// <summary>racectl waited for the first replica only.</summary>
    private static Task KnownAsync(PublishingClient client, PublishedField field) => Eventually.TrueAsync(
        async () => await client.Results.GetMeetProgressAsync(new GetMeetProgressRequest { MeetId = field.MeetId }, cancellationToken: TestContext.Current.CancellationToken) is { Races.Count: 1 },
        Patience,
        () => "the replica does not know the meet");
}
