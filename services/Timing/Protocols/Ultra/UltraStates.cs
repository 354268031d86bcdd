using System.Text;

namespace RaceSystem.Timing.Protocols.Ultra;

/// <summary>
/// Takes the extended states out of the lines of a box: they begin with byte 3 and their length, are binary and may hold
/// line feeds, so that one may fill several lines. Byte 42 is the battery in percent. Not thread-safe.
/// </summary>
internal sealed class UltraStates
{
    private const byte Mark = 3;
    private const int ShortestWithBattery = 61;
    private const int BatteryAt = 42;
    private readonly List<byte> _pending = [];

    /// <summary>Takes a line; false when it belongs to a state that goes on in the next one.</summary>
    /// <param name="bytes">The line without its line feed.</param>
    /// <param name="line">Text that is not part of a state, possibly empty.</param>
    /// <param name="status">What the state told; null when there was none.</param>
    public bool TryTake(ReadOnlyMemory<byte> bytes, out string line, out DecoderStatus? status)
    {
        (line, status) = ("", null);
        if (_pending.Count == 0 && (bytes.IsEmpty || bytes.Span[0] != Mark))
        {
            line = Encoding.Latin1.GetString(bytes.Span);
            return true;
        }

        if (_pending.Count > 0)
        {
            _pending.Add((byte)'\n');
        }

        _pending.AddRange(bytes.Span);
        if (_pending.Count < 2 || _pending.Count < _pending[1])
        {
            return false;
        }

        var length = Math.Max(2, (int)_pending[1]);
        if (length >= ShortestWithBattery && _pending[BatteryAt] <= 100)
        {
            status = new DecoderStatus(BatteryPercent: _pending[BatteryAt]);
        }

        line = Encoding.Latin1.GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pending)[length..]);
        _pending.Clear();
        return true;
    }
}
