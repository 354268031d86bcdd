using System.Buffers;

namespace RaceSystem.ServiceDefaults.Listening;

/// <summary>What the first bytes of a connection say about the protocol of its peer.</summary>
internal enum FirstBytes
{
    /// <summary>Still a beginning of the HTTP/2 preface: more bytes are needed.</summary>
    Undecided,

    /// <summary>Not the HTTP/2 preface: HTTP/1.1, a TLS hello, or garbage that the next stage refuses.</summary>
    Other,

    /// <summary>The whole HTTP/2 client preface (RFC 9113, section 3.4).</summary>
    Http2Preface,
}

/// <summary>Compares a buffer with the HTTP/2 client preface, byte by byte as it arrives.</summary>
internal static class Preface
{
    internal static ReadOnlySpan<byte> Bytes => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    internal static FirstBytes Judge(in ReadOnlySequence<byte> buffer)
    {
        var position = 0;
        foreach (var segment in buffer)
        {
            foreach (var value in segment.Span)
            {
                if (value != Bytes[position])
                {
                    return FirstBytes.Other;
                }

                position++;
                if (position == Bytes.Length)
                {
                    return FirstBytes.Http2Preface;
                }
            }
        }

        return FirstBytes.Undecided;
    }
}
