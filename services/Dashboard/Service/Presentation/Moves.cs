namespace RaceSystem.Dashboard.Service.Presentation;

/// <summary>Places gained or lost, worded as they are shown.</summary>
/// <param name="Up">For example <c>▲3</c>; empty: none gained.</param>
/// <param name="Down">For example <c>▼2</c>; empty: none lost.</param>
/// <param name="Words">For those who do not see the arrows.</param>
public readonly record struct Moves(string Up, string Down, string Words)
{
    /// <summary>Words them; null or zero: nothing to show.</summary>
    public static Moves Of(int? gained) => gained switch
    {
        > 0 and var up => new Moves($"▲{Labels.Count(up)}", "", $"up {Places(up)}"),
        < 0 and var down => new Moves("", $"▼{Labels.Count(-down)}", $"down {Places(-down)}"),
        _ => new Moves("", "", ""),
    };

    private static string Places(int count) => count == 1 ? "1 place" : $"{Labels.Count(count)} places";
}
