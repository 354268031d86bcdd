namespace RaceSystem.Architecture.Tests;

/// <summary>Fails with the reason of the rule and every place that breaks it.</summary>
internal static class Rule
{
    public static void Holds(string reason, IEnumerable<string> broken)
    {
        var places = broken.ToArray();
        Assert.True(places.Length == 0, $"{reason}\n{string.Join('\n', places)}");
    }
}
