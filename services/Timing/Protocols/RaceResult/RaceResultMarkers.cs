using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.RaceResult;

/// <summary>
/// Which codes are markers: detections that the decoder makes up when its start button or trigger input is used. The
/// decoder is set to a number up to 999999, which may count up; the maker's default is 99999. The setting <c>markers</c>
/// lists numbers and ranges, as <c>99999,9000-9099</c>; <c>none</c> for none.
/// </summary>
internal sealed class RaceResultMarkers
{
    private readonly List<(long From, long To)> _ranges = [];

    /// <summary>Reads the setting; a part that is no number or range is refused.</summary>
    public RaceResultMarkers(string setting)
    {
        foreach (var part in setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(part => part != "none"))
        {
            var ends = part.Split('-', 2);
            if (!ClockText.TryDigits(ends[0], out var from) || !ClockText.TryDigits(ends[^1], out var to))
            {
                throw new DecoderProtocolException($"The setting markers holds '{part}', which is neither a number nor a range.");
            }

            _ranges.Add((from, to));
        }
    }

    /// <summary>Whether the code is a marker's.</summary>
    public bool Contains(string code) => ClockText.TryDigits(code, out var number) && _ranges.Any(range => number >= range.From && number <= range.To);
}
