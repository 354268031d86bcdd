using System.Text;
using RaceSystem.Results.Certification.Proofs;
using RaceSystem.Results.Certification.Signing;
using RaceSystem.Results.Tests.Service.Classifications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.GetInclusionProof;

public sealed class GetInclusionProofTests(ResultsHost host)
{
    [Fact]
    public async Task Every_runner_is_proven_by_text_and_by_payload()
    {
        var meet = await PublishedMeet.RunAsync(host);
        await meet.PublishAsync();
        var key = await KeyAsync(meet);

        foreach (var bib in (string[])["1", "2", "3"])
        {
            var answer = await ProofAsync(meet, bib);
            var proven = InclusionProof.Verify(Encoding.UTF8.GetBytes(answer.Proof), key);
            Assert.Contains($"\"bib\":\"{bib}\"", proven.Row, StringComparison.Ordinal);
            Assert.Contains($"Runner {bib}", proven.Person, StringComparison.Ordinal);
            Assert.Equal(answer.Proof, Encoding.UTF8.GetString(ProofPayload.Unpack(answer.Payload)));
        }
    }

    [Fact]
    public async Task A_proof_may_leave_the_person_out()
    {
        var meet = await PublishedMeet.RunAsync(host);
        await meet.PublishAsync();

        var answer = await ProofAsync(meet, "1", withoutPerson: true);

        Assert.DoesNotContain("Runner", answer.Proof, StringComparison.Ordinal);
        Assert.Equal("", InclusionProof.Verify(Encoding.UTF8.GetBytes(answer.Proof), await KeyAsync(meet)).Person);
    }

    [Fact]
    public async Task A_bib_that_nobody_wears_is_refused()
    {
        var meet = await PublishedMeet.RunAsync(host);
        await meet.PublishAsync();
        Assert.Equal("BIB_UNKNOWN", (await Refused.ByAsync(() => ProofAsync(meet, "99"))).Reason);
    }

    private static async Task<GetInclusionProofResponse> ProofAsync(SampleMeet meet, string bib, bool withoutPerson = false) =>
        await meet.Client.GetInclusionProofAsync(
            new GetInclusionProofRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, Bib = bib, WithoutPerson = withoutPerson }, cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<VerifyingKey> KeyAsync(SampleMeet meet) =>
        VerifyingKey.FromPem((await meet.Client.GetSigningKeyAsync(new GetSigningKeyRequest(), cancellationToken: TestContext.Current.CancellationToken)).PublicKey);
}
