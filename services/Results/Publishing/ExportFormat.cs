namespace RaceSystem.Results.Publishing;

/// <summary>What results can be handed out as.</summary>
public enum ExportFormat
{
    /// <summary>One line a runner, the columns of published race files.</summary>
    Csv,

    /// <summary>One array of runners.</summary>
    Json,
}
