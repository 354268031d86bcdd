using RaceSystem.Results.Certification.Signing;
using RaceSystem.Results.Tests.Service.Classifications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.GetSigningKey;

public sealed class GetSigningKeyTests(ResultsHost host)
{
    [Fact]
    public async Task The_served_key_is_the_one_that_signs()
    {
        var meet = await PublishedMeet.RunAsync(host);
        var published = await meet.PublishAsync();

        var served = await meet.Client.GetSigningKeyAsync(new GetSigningKeyRequest(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(served.Fingerprint, VerifyingKey.FromPem(served.PublicKey).Fingerprint);
        Assert.Equal(served.Fingerprint, published.Classification.KeyFingerprint);
    }
}
