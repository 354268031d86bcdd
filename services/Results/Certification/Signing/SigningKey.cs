using System.Security.Cryptography;

namespace RaceSystem.Results.Certification.Signing;

/// <summary>Signs classifications: ECDSA over the curve P-256 with SHA-256. Safe to share between threads.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly Lock _use = new();
    private readonly ECDsa _key;

    private SigningKey(ECDsa key)
    {
        _key = key;
        Public = VerifyingKey.FromInfo(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>The public half.</summary>
    public VerifyingKey Public { get; }

    /// <summary>A new key.</summary>
    public static SigningKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads a private key as PEM.</summary>
    /// <exception cref="FormatException">It is none of the curve P-256.</exception>
    public static SigningKey FromPem(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key.ExportParameters(includePrivateParameters: true).D is not null ? new SigningKey(key) : throw new FormatException("is no private key");
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException or FormatException or PlatformNotSupportedException)
        {
            key.Dispose();
            throw new FormatException("is no private key of the curve P-256 as PEM (-----BEGIN PRIVATE KEY-----)", error);
        }
    }

    /// <summary>PKCS #8 as PEM; a secret.</summary>
    public string ToPem() => _key.ExportPkcs8PrivateKeyPem() + "\n";

    /// <summary>Signs bytes; 64 bytes, another signature each time.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        lock (_use)
        {
            return _key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
