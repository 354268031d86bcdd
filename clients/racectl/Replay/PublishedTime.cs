namespace RaceSystem.Racectl.Replay;

/// <summary>A time as the world saw it.</summary>
/// <param name="Seconds">Whole seconds, rounded up.</param>
/// <param name="Place">Place it earned; null: none published.</param>
internal readonly record struct PublishedTime(long Seconds, int? Place);
