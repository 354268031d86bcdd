using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Races;

/// <summary>Which standing of a race is looked at; two viewers of equal views share one subscription.</summary>
/// <param name="Meet">meet_id.</param>
/// <param name="Race">race_id.</param>
/// <param name="Order">Live order, the finish, or a split.</param>
/// <param name="Split">split_id when the order is a split, otherwise empty.</param>
/// <param name="Sex">Only this sex; unspecified: all.</param>
/// <param name="Division">Only this division; empty: all.</param>
public sealed record StandingsView(string Meet, string Race, StandingsOrder Order, string Split, Sex Sex, string Division)
{
    /// <summary>The filter of the contract.</summary>
    public StandingsFilter Filter => new() { SplitId = Split, Sex = Sex, DivisionId = Division, Live = Order == StandingsOrder.Live, WithMoves = true };

    /// <summary>The place that counts in this view.</summary>
    public int PlaceOf(Places? places) => places is null ? 0
        : Division.Length > 0 ? places.ByDivision
        : Sex != Sex.Unspecified ? places.BySex
        : places.Overall;

    /// <summary>The part of the address after <c>?</c>, with one choice changed.</summary>
    public string Query(string? at = null, Sex? sex = null, string? division = null)
    {
        var order = at ?? (Order == StandingsOrder.Split ? Split : Order == StandingsOrder.Live ? "live" : "finish");
        var group = ViewChoice.Word(sex ?? Sex);
        var chosen = division ?? Division;
        return $"?at={Uri.EscapeDataString(order)}"
            + (group.Length > 0 ? $"&sex={group}" : "")
            + (chosen.Length > 0 ? $"&division={Uri.EscapeDataString(chosen)}" : "");
    }

    /// <summary>The page's path.</summary>
    public string Path => $"/meets/{Uri.EscapeDataString(Meet)}/races/{Uri.EscapeDataString(Race)}";
}
