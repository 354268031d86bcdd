namespace RaceSystem.Dashboard.Service.Live;

/// <summary>A feed as a viewer sees it.</summary>
public interface ILiveFeed
{
    /// <summary>Events that bring a viewer who knows nothing to the present.</summary>
    IReadOnlyList<LiveEvent> Present();

    /// <summary>Takes the viewer off the feed.</summary>
    void Leave(LiveViewer viewer);
}
