using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Awards;

/// <summary>Words awards and records.</summary>
public static class AwardWords
{
    /// <summary>What is won, and of whom: <c>Age groups · M40</c>.</summary>
    public static string Title(AwardList list, Race? race)
    {
        var name = list.DisplayName.Length > 0 ? list.DisplayName : list.AwardId;
        if (list.DivisionId.Length > 0)
        {
            return $"{name} · {Labels.Division(race?.Divisions.FirstOrDefault(division => division.DivisionId == list.DivisionId), list.DivisionId, list.Sex)}";
        }

        return list.Sex == Sex.Unspecified || name.Contains(Labels.Group(list.Sex), StringComparison.OrdinalIgnoreCase) ? name : $"{name} · {Labels.Group(list.Sex)}";
    }

    /// <summary>How many places, by which time.</summary>
    public static string Terms(AwardList list)
    {
        var places = list.Depth == 1 ? "1 place" : $"{Labels.Count(list.Depth)} places";
        return list.Basis switch { AwardBasis.Gun => $"{places}, by gun time", AwardBasis.Net => $"{places}, by net time", _ => places };
    }

    /// <summary>What nobody has won yet; empty when all places are taken.</summary>
    /// <param name="list">The list.</param>
    /// <param name="isOver">Nobody is on the course any more.</param>
    public static string Open(AwardList list, bool isOver)
    {
        // Runners who share a place fill the next ones, too.
        var taken = list.Winners.Count;
        if (taken >= list.Depth)
        {
            return "";
        }

        var places = (list.Depth - taken) switch
        {
            _ when taken == 0 && list.Depth > 1 => $"All {Labels.Count(list.Depth)} places",
            1 => $"Place {Labels.Count(list.Depth)}",
            2 => $"Places {Labels.Count(list.Depth - 1)} and {Labels.Count(list.Depth)}",
            _ => $"Places {Labels.Count(taken + 1)} to {Labels.Count(list.Depth)}",
        };
        return isOver ? $"{places} open: nobody else qualifies" : $"{places} still open";
    }

    /// <summary>What became of a record.</summary>
    public static string State(RecordState state) => state switch
    {
        RecordState.Broken => "Broken",
        RecordState.Equalled => "Equalled",
        _ => "Stands",
    };

    /// <summary>Who holds a record, and since when.</summary>
    public static string Holder(StandingRecord record) => string.Join(", ", new[] { record.Holder, record.When }.Where(part => part.Length > 0));
}
