using System.Text;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Decoders;

/// <summary>Decoders and their dead letters for people.</summary>
internal static class DecoderTables
{
    /// <summary>Bytes of a frame in a line; all 512 that are kept are in the JSON.</summary>
    private const int ShownBytes = 60;

    public static Table Of(IEnumerable<DecoderState> decoders) => Tables.Of(
        ["Decoder", "Protocol", "State", "Where", "Connections", "Reads", "Markers", "Ignored", "Rejected", "Last read", "Last error"],
        decoders.Select(state => new[]
        {
            state.Decoder.DecoderId,
            state.Decoder.Protocol,
            Word(state),
            state.Endpoint,
            $"{state.ConnectionCount}",
            $"{state.ReadCount}",
            $"{state.MarkerCount}",
            $"{state.IgnoredCount}",
            $"{state.RejectedCount}",
            Moments.Text(state.LastReadTime),
            state.LastError,
        }));

    public static Table Of(IEnumerable<DeadLetter> letters) => Tables.Of(
        ["Came", "Decoder", "Times", "Reason", "Frame"],
        letters.Select(letter => new[] { Moments.Text(letter.ReceiveTime), letter.DecoderId, $"{letter.RepeatCount + 1}", letter.Reason, Printable(letter.Frame.Span) }));

    private static string Word(DecoderState state) => state switch
    {
        { Decoder.Disabled: true } => "disabled",
        { Running: true } => "running",
        _ => "not here",
    };

    /// <summary>Protocols of lines read well as text; what is no printable ASCII is a dot.</summary>
    private static string Printable(ReadOnlySpan<byte> frame)
    {
        var text = new StringBuilder();
        foreach (var octet in frame[..Math.Min(frame.Length, ShownBytes)])
        {
            text.Append(octet is >= (byte)' ' and <= (byte)'~' ? (char)octet : '.');
        }

        return frame.Length > ShownBytes ? $"{text}…" : text.ToString();
    }
}
