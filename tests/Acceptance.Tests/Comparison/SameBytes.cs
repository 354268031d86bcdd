namespace RaceSystem.Acceptance.Tests.Comparison;

/// <summary>Two files with the same bytes.</summary>
internal static class SameBytes
{
    public static void Assert(string expected, string actual)
    {
        if (File.ReadAllBytes(expected).AsSpan().SequenceEqual(File.ReadAllBytes(actual)))
        {
            return;
        }

        var before = File.ReadAllLines(expected);
        var after = File.ReadAllLines(actual);
        var lines = before.Zip(after).Where(pair => pair.First != pair.Second).Take(5).Select(pair => $"  - {pair.First}\n  + {pair.Second}");
        Xunit.Assert.Fail($"Not byte-identical ({before.Length} and {after.Length} lines):\n{string.Join('\n', lines)}");
    }
}
