namespace RaceSystem.Dashboard.Service.Leaders;

/// <summary>Where leaders are looked at; two viewers of equal views share one feed.</summary>
/// <param name="Meet">meet_id.</param>
/// <param name="Race">race_id.</param>
/// <param name="Split">split_id; empty: everybody at the furthest split measured.</param>
public sealed record LeadersView(string Meet, string Race, string Split);
