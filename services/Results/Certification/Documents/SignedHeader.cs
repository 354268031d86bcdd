using RaceSystem.Results.Certification.Signing;

namespace RaceSystem.Results.Certification.Documents;

/// <summary>A header with the signature that makes it a version. Immutable.</summary>
/// <param name="Header">What it says.</param>
/// <param name="Canonical">The same as bytes.</param>
/// <param name="Key">Who signed.</param>
/// <param name="Signature">Over the <see cref="SignedStatement"/>.</param>
public sealed record SignedHeader(ClassificationHeader Header, ReadOnlyMemory<byte> Canonical, VerifyingKey Key, ReadOnlyMemory<byte> Signature)
{
    /// <summary>Name of the version.</summary>
    public string Hash => ClassificationHeader.HashOf(Canonical.Span);

    /// <summary>Signs a header.</summary>
    public static SignedHeader Sign(ClassificationHeader header, SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(key);
        var named = header with { Key = key.Public.Fingerprint };
        return new SignedHeader(named, named.ToCanonical(), key.Public, key.Sign(SignedStatement.Of(named).ToCanonical()));
    }
}
