using RaceSystem.Dashboard.Service.Desk;
using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Decisions;

/// <summary>A value before and after a decision.</summary>
public readonly record struct EffectCell(string Before, string After)
{
    /// <summary>Whether the decision changes it.</summary>
    public bool Differs => Before != After;
}

/// <summary>A runner whose line a decision changes.</summary>
public sealed record EffectLine(string Race, string Bib, string Name, EffectCell Status, EffectCell Time, EffectCell Net, EffectCell Overall, EffectCell BySex, EffectCell ByDivision)
{
    /// <summary>Those who are changed at the finish; who is changed at splits alone would be a line without a difference.</summary>
    public static IReadOnlyList<EffectLine> Of(AdjudicationEffect effect, DeskMeet meet)
    {
        ArgumentNullException.ThrowIfNull(effect);
        ArgumentNullException.ThrowIfNull(meet);
        return [.. effect.Rows.Select(row => Of(row, meet)).Where(line => line.Cells.Any(cell => cell.Differs))];
    }

    /// <summary>In sentences: who changes.</summary>
    public static string Summary(AdjudicationEffect effect, bool done)
    {
        ArgumentNullException.ThrowIfNull(effect);
        if (effect.ChangedCount == 0)
        {
            return done ? "No result changed." : "No result would change.";
        }

        var changed = $"{(effect.ChangedCount == 1 ? "1 runner" : $"{Labels.Count(effect.ChangedCount)} runners")} {(done ? "changed" : "would change")}";
        return effect.MovedCount > 0 ? $"{changed}, {Labels.Count(effect.MovedCount)} of them only because others move." : $"{changed}.";
    }

    private IEnumerable<EffectCell> Cells => [Status, Time, Net, Overall, BySex, ByDivision];

    private static EffectLine Of(EffectRow row, DeskMeet meet)
    {
        var known = row.After ?? row.Before;
        return new EffectLine(
            meet.RaceName(row.RaceId),
            known.Bib,
            Labels.Name(known.DisplayName, known.Bib),
            new EffectCell(row.Before is null ? "not in the race" : Labels.Status(row.Before.Status), row.After is null ? "not in the race" : Labels.Status(row.After.Status)),
            Cell(standing => Clock(standing.OfficialTime, standing)),
            Cell(standing => Clock(standing.NetTime, standing)),
            Cell(standing => Labels.Place(standing.Places?.Overall ?? 0)),
            Cell(standing => Labels.Place(standing.Places?.BySex ?? 0)),
            Cell(standing => Labels.Place(standing.Places?.ByDivision ?? 0)));

        EffectCell Cell(Func<Standing, string> value) => new(row.Before is null ? "–" : value(row.Before), row.After is null ? "–" : value(row.After));
    }

    private static string Clock(Google.Protobuf.WellKnownTypes.Duration? time, Standing standing) =>
        RaceTime.Show(time, standing.Resolution) is { Length: > 0 } text ? text : "–";
}
