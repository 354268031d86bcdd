namespace RaceSystem.Registration.Service;

/// <summary>Makes ids for entries that come without one.</summary>
internal sealed class EntryIds(TimeProvider time)
{
    /// <summary>In the order of time, so that pages and indexes grow at their end.</summary>
    public string Next() => "e-" + Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
}
