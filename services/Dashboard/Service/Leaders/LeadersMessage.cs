namespace RaceSystem.Dashboard.Service.Leaders;

/// <summary>What the page's script gets.</summary>
/// <param name="Whole">True: these are all groups; false: those that are new or differ.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Order">Keys of all groups in their order.</param>
public sealed record LeadersMessage(bool Whole, IReadOnlyList<LeaderGroup> Groups, IReadOnlyList<string> Order);
