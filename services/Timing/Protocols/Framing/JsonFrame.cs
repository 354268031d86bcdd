using System.Text;

namespace RaceSystem.Timing.Protocols.Framing;

/// <summary>A piece of a stream of JSON.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Bytes">Without what separates it from the next; the beginning where it was too long.</param>
/// <param name="Line">Line on which it begins, from 1.</param>
/// <param name="Problem">For <see cref="JsonFrameKind.Broken"/>: why.</param>
public readonly record struct JsonFrame(JsonFrameKind Kind, ReadOnlyMemory<byte> Bytes, int Line, string Problem = "")
{
    /// <summary>As UTF-8, for logs.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes.Span);
}
