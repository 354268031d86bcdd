using RaceSystem.Results.Service.Classifications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.GetSigningKey;

/// <summary>The public half of the key that signs here.</summary>
internal sealed class GetSigningKeyHandler(SigningKeys keys)
{
    public Task<GetSigningKeyResponse> HandleAsync(GetSigningKeyRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var key = keys.Require().Public;
        return Task.FromResult(new GetSigningKeyResponse { PublicKey = key.Pem, Fingerprint = key.Fingerprint });
    }
}
