namespace RaceSystem.Timing.Protocols;

/// <summary>
/// What a decoder's sessions remember from one connection to the next, such as the number of the last passing on disk.
/// Values are at most 200 characters, keys at most 100; at most 1,000 keys. Safe to use from several threads.
/// </summary>
public interface IDecoderMemory
{
    /// <summary>What was remembered; null when nothing was.</summary>
    string? Recall(string key);

    /// <summary>Remembers; call it after <see cref="IDecoderSink.StoreAsync"/>, so that a lost memory costs a repetition and never a read.</summary>
    void Remember(string key, string value);
}
