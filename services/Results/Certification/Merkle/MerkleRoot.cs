namespace RaceSystem.Results.Certification.Merkle;

/// <summary>The root of a Merkle tree (RFC 6962, 2.1) whose leaves come one by one; keeps one hash a level.</summary>
public sealed class MerkleRoot
{
    private readonly List<(int Level, byte[] Hash)> _peaks = [];

    /// <summary>Leaves so far.</summary>
    public long Count { get; private set; }

    /// <summary>Takes the hash of the next leaf.</summary>
    public void Add(byte[] leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var (level, hash) = (0, leaf);
        while (_peaks.Count > 0 && _peaks[^1].Level == level)
        {
            hash = MerkleHash.Node(_peaks[^1].Hash, hash);
            level++;
            _peaks.RemoveAt(_peaks.Count - 1);
        }

        _peaks.Add((level, hash));
        Count++;
    }

    /// <summary>The root of the leaves so far.</summary>
    public byte[] Root()
    {
        if (_peaks.Count == 0)
        {
            return MerkleHash.Empty();
        }

        var root = _peaks[^1].Hash;
        for (var i = _peaks.Count - 2; i >= 0; i--)
        {
            root = MerkleHash.Node(_peaks[i].Hash, root);
        }

        return root;
    }
}
