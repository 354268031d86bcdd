using RaceSystem.Results.Certification;
using RaceSystem.Results.Certification.Merkle;

namespace RaceSystem.Results.Tests.Certification.Merkle;

public sealed class MerkleTests
{
    /// <summary>Inputs and roots of the reference implementation of certificate transparency (RFC 6962).</summary>
    private static readonly string[] Inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void Roots_are_those_of_the_reference_implementation()
    {
        var root = new MerkleRoot();
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Hex.Of(root.Root()));
        for (var i = 0; i < Inputs.Length; i++)
        {
            root.Add(MerkleHash.Leaf(Convert.FromHexString(Inputs[i])));
            Assert.Equal(Roots[i], Hex.Of(root.Root()));
        }
    }

    [Fact]
    public void Every_leaf_of_every_small_tree_has_a_path_and_no_other_place_has_it()
    {
        for (var count = 1; count <= 33; count++)
        {
            var leaves = Enumerable.Range(0, count).Select(i => MerkleHash.Leaf([(byte)i])).ToArray();
            var root = Recursive(leaves);
            for (var index = 0; index < count; index++)
            {
                var path = InclusionPath.Of(leaves, index);
                Assert.Equal(root, InclusionPath.Root(leaves[index], index, count, path));
                for (var other = 0; other < count; other++)
                {
                    Assert.True(other == index || InclusionPath.Root(leaves[index], other, count, path) is not { } reached || !reached.AsSpan().SequenceEqual(root));
                }

                Assert.Null(InclusionPath.Root(leaves[index], index, count, [.. path, root]));
            }
        }
    }

    [Fact]
    public void A_leaf_a_node_and_a_commitment_of_the_same_bytes_are_different()
    {
        var bytes = new byte[64];
        Assert.Equal(3, new[] { MerkleHash.Leaf(bytes), MerkleHash.Node(bytes.AsSpan(0, 32), bytes.AsSpan(32)), MerkleHash.Commitment(bytes.AsSpan(0, 16), bytes.AsSpan(16)) }.Select(hash => Hex.Of(hash)).Distinct().Count());
    }

    /// <summary>The standard's definition, word for word.</summary>
    private static byte[] Recursive(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        var left = 1;
        while (left * 2 < leaves.Length)
        {
            left *= 2;
        }

        return MerkleHash.Node(Recursive(leaves[..left]), Recursive(leaves[left..]));
    }
}
