using System.Security.Cryptography;

namespace RaceSystem.Results.Certification.Merkle;

/// <summary>
/// SHA-256 with a first byte that keeps apart what is hashed (RFC 6962, 2.1): a leaf can never be taken for a node, nor a
/// commitment for either.
/// </summary>
public static class MerkleHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;
    private const byte CommitmentPrefix = 2;

    // Evidence has a million short hashes: a context that is used again saves a quarter of each.
    [ThreadStatic]
    private static IncrementalHash? _hash;

    /// <summary>Of a leaf's content.</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> content) => Hash(LeafPrefix, content, []);

    /// <summary>Of two subtrees.</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => Hash(NodePrefix, left, right);

    /// <summary>A commitment: without the salt nobody can try out what it might be of.</summary>
    public static byte[] Commitment(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> content) => Hash(CommitmentPrefix, salt, content);

    /// <summary>The root of a tree without leaves.</summary>
    public static byte[] Empty() => SHA256.HashData([]);

    private static byte[] Hash(byte prefix, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var length = 1 + first.Length + second.Length;
        var buffer = length <= 1024 ? stackalloc byte[length] : new byte[length];
        buffer[0] = prefix;
        first.CopyTo(buffer[1..]);
        second.CopyTo(buffer[(1 + first.Length)..]);
        var hash = _hash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(buffer);
        return hash.GetHashAndReset();
    }
}
