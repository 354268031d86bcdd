using System.Security.Cryptography;

namespace RaceSystem.Results.Certification.Signing;

/// <summary>The public half of a signing key: ECDSA over the curve P-256. Immutable.</summary>
public sealed class VerifyingKey
{
    /// <summary>Bytes of a signature: r and s, 32 bytes each (IEEE P1363).</summary>
    public const int SignatureSize = 64;

    private const string P256 = "1.2.840.10045.3.1.7";
    private readonly byte[] _info;

    private VerifyingKey(byte[] info) => _info = info;

    /// <summary>SubjectPublicKeyInfo, DER.</summary>
    public ReadOnlySpan<byte> Info => _info;

    /// <summary>SHA-256 of <see cref="Info"/>: what people compare.</summary>
    public string Fingerprint => Hex.Of(SHA256.HashData(_info));

    /// <summary>PEM.</summary>
    public string Pem
    {
        get
        {
            using var key = Open(_info);
            return key.ExportSubjectPublicKeyInfoPem() + "\n";
        }
    }

    /// <summary>Reads a SubjectPublicKeyInfo.</summary>
    /// <exception cref="FormatException">It is none of the curve P-256.</exception>
    public static VerifyingKey FromInfo(byte[] info)
    {
        using var key = Open(info);
        return new VerifyingKey(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>Reads a public key as PEM.</summary>
    /// <exception cref="FormatException">It is none of the curve P-256.</exception>
    public static VerifyingKey FromPem(string pem)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException or PlatformNotSupportedException)
        {
            throw new FormatException("is no public key as PEM (-----BEGIN PUBLIC KEY-----)", error);
        }

        return FromInfo(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>Whether the key signed these bytes.</summary>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = Open(_info);
        return signature.Length == SignatureSize && key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static ECDsa Open(byte[] info)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(info, out var read);
            if (read != info.Length || key.ExportParameters(includePrivateParameters: false).Curve.Oid?.Value != P256)
            {
                throw new FormatException("is no public key of the curve P-256");
            }

            return key;
        }
        catch (Exception error) when (error is CryptographicException or PlatformNotSupportedException)
        {
            key.Dispose();
            throw new FormatException("is no public key of the curve P-256", error);
        }
        catch (FormatException)
        {
            key.Dispose();
            throw;
        }
    }
}
