namespace RaceSystem.Dashboard.Service.Races;

/// <summary>Which time orders a standing.</summary>
public enum StandingsOrder
{
    /// <summary>The finish.</summary>
    Finish,

    /// <summary>One split.</summary>
    Split,

    /// <summary>The furthest point each runner reached.</summary>
    Live,
}
