using System.Globalization;

namespace RaceSystem.Timing.Protocols.Clocks;

/// <summary>
/// The device time up to which everything that a decoder read is stored: what was read later is asked for after a
/// reconnect. From the start of a connection until its replay is complete (or found needless) the point moves with the
/// replayed reads alone, so that live reads that come first, or a line that breaks again, lose nothing. Not thread-safe.
/// </summary>
/// <param name="memory">Keeps the point as <see cref="WallTime"/>.</param>
internal sealed class ReplayPoint(IDecoderMemory memory)
{
    /// <summary>Name of the point in the memory.</summary>
    public const string Key = "replay-from";

    private long? _remembered = Parse(memory.Recall(Key));
    private long? _reached;
    private long? _latest;
    private bool _isCaughtUp = memory.Recall(Key) is null;

    /// <summary>The point; null before the first contact.</summary>
    public long? From => _remembered;

    /// <summary>Whether a replay is still to be asked for, or under way.</summary>
    public bool IsReplaying => !_isCaughtUp;

    /// <summary>The first contact ever: what was read before is not ours. Reads that came meanwhile count for more.</summary>
    public void Begin(long wall)
    {
        if (_remembered is null)
        {
            Remember(wall);
        }
    }

    /// <summary>Everything of the replay came, or there is none.</summary>
    public void EndReplay()
    {
        _isCaughtUp = true;
        _reached = _latest ?? _reached;
    }

    /// <summary>A read that is being made came. What comes live stands for all before it, since a connection loses nothing in its midst.</summary>
    public void Live(long wall)
    {
        _latest = IsReplaying && _latest > wall ? _latest : wall;
        _reached = IsReplaying ? _reached : wall;
    }

    /// <summary>A read of a replay came; replays go forward.</summary>
    public void Replayed(long wall) => _reached = IsReplaying && (_reached ?? _remembered ?? wall) <= wall ? wall : _reached;

    /// <summary>Everything that came is stored.</summary>
    public void Stored()
    {
        if (_reached is { } reached && reached != _remembered)
        {
            Remember(reached);
        }
    }

    private void Remember(long wall)
    {
        memory.Remember(Key, wall.ToString(CultureInfo.InvariantCulture));
        _remembered = wall;
    }

    private static long? Parse(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var wall) && wall <= 7_258_118_400_000_000 ? wall : null;
}
