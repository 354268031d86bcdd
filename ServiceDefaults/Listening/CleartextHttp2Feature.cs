using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace RaceSystem.ServiceDefaults.Listening;

/// <summary>
/// Stands where TLS would have left the protocol that ALPN chose. Kestrel picks HTTP/2 on a port that speaks both
/// only when it finds these two features; <c>ITlsHandshakeFeature</c> stays absent, so nothing claims encryption.
/// </summary>
internal sealed class CleartextHttp2Feature : ITlsConnectionFeature, ITlsApplicationProtocolFeature
{
    private static readonly byte[] Http2 = "h2"u8.ToArray();

    public ReadOnlyMemory<byte> ApplicationProtocol => Http2;

    public X509Certificate2? ClientCertificate
    {
        get => null;
        set => throw new NotSupportedException("A cleartext connection has no client certificate.");
    }

    public Task<X509Certificate2?> GetClientCertificateAsync(CancellationToken cancellationToken) =>
        Task.FromResult<X509Certificate2?>(null);
}
