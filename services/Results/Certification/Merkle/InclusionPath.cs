namespace RaceSystem.Results.Certification.Merkle;

/// <summary>The way from a leaf to the root (RFC 6962, 2.1.1): the other half of the tree at each level, from the leaf up.</summary>
public static class InclusionPath
{
    /// <summary>The path of a leaf.</summary>
    public static IReadOnlyList<byte[]> Of(IReadOnlyList<byte[]> leaves, int index)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Count);
        var path = new List<byte[]>();
        var (first, count) = (0, leaves.Count);
        while (count > 1)
        {
            var left = LeftOf(count);
            if (index - first < left)
            {
                path.Add(RootOf(leaves, first + left, count - left));
                count = left;
            }
            else
            {
                path.Add(RootOf(leaves, first, left));
                (first, count) = (first + left, count - left);
            }
        }

        path.Reverse();
        return path;
    }

    /// <summary>The root that a leaf and its path give; null: no leaf of a tree of this size has such a path.</summary>
    public static byte[]? Root(byte[] leaf, long index, long count, IReadOnlyList<byte[]> path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (index < 0 || index >= count)
        {
            return null;
        }

        // RFC 9162, 2.1.3.2: a right node without a sibling rises as it is.
        var (node, last, hash) = (index, count - 1, leaf);
        foreach (var other in path)
        {
            if (last == 0)
            {
                return null;
            }

            if ((node & 1) == 1 || node == last)
            {
                hash = MerkleHash.Node(other, hash);
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                hash = MerkleHash.Node(hash, other);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 ? hash : null;
    }

    private static byte[] RootOf(IReadOnlyList<byte[]> leaves, int first, int count)
    {
        var root = new MerkleRoot();
        for (var i = 0; i < count; i++)
        {
            root.Add(leaves[first + i]);
        }

        return root.Root();
    }

    /// <summary>The largest power of two below the count.</summary>
    private static int LeftOf(int count)
    {
        var left = 1;
        while (left * 2 < count)
        {
            left *= 2;
        }

        return left;
    }
}
