using System.Buffers;
using System.Globalization;
using System.Text;

namespace RaceSystem.Results.Certification.Json;

/// <summary>
/// Writes canonical JSON (RFC 8785): no white space, members in the order of their UTF-16 names, the shortest escapes.
/// Names that come out of order are refused. Reusable; not safe to share between threads.
/// </summary>
public sealed class CanonicalWriter
{
    /// <summary>Deepest nesting.</summary>
    public const int MaxDepth = 64;

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private readonly Stack<string?> _names = new();
    private bool _needsComma;

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>Starts over.</summary>
    public void Clear()
    {
        _bytes.ResetWrittenCount();
        _names.Clear();
        _needsComma = false;
    }

    /// <summary>Opens an object.</summary>
    public CanonicalWriter BeginObject() => Begin((byte)'{', "");

    /// <summary>Closes the object.</summary>
    public CanonicalWriter EndObject() => End((byte)'}');

    /// <summary>Opens an array.</summary>
    public CanonicalWriter BeginArray() => Begin((byte)'[', null);

    /// <summary>Closes the array.</summary>
    public CanonicalWriter EndArray() => End((byte)']');

    /// <summary>Names the next member of the object.</summary>
    /// <exception cref="FormatException">The name is not greater than the one before: out of order or there twice.</exception>
    public CanonicalWriter Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var before = _names.Pop() ?? throw new FormatException("A member stands in an object.");
        if (_needsComma && string.CompareOrdinal(name, before) <= 0)
        {
            throw new FormatException($"Member '{name}' comes after '{before}'.");
        }

        _names.Push(name);
        Separate();
        Quote(name);
        Put((byte)':');
        _needsComma = false;
        return this;
    }

    /// <summary>Writes a text.</summary>
    public CanonicalWriter Text(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Separate();
        Quote(value);
        return this;
    }

    /// <summary>Writes a whole number.</summary>
    /// <exception cref="FormatException">A double does not hold it exactly.</exception>
    public CanonicalWriter Whole(long value) => value is >= -9_007_199_254_740_992 and <= 9_007_199_254_740_992
        ? Raw(value.ToString(CultureInfo.InvariantCulture))
        : throw new FormatException($"{value} is no number that every reader of JSON holds exactly.");

    /// <summary>Writes a number.</summary>
    public CanonicalWriter Number(double value) => Raw(CanonicalNumber.Format(value));

    /// <summary>Writes true or false.</summary>
    public CanonicalWriter Boolean(bool value) => Raw(value ? "true" : "false");

    /// <summary>Writes null.</summary>
    public CanonicalWriter Null() => Raw("null");

    /// <summary>Writes a value that is canonical JSON already.</summary>
    public CanonicalWriter Canonical(ReadOnlySpan<byte> value)
    {
        Separate();
        _bytes.Write(value);
        return this;
    }

    private CanonicalWriter Begin(byte bracket, string? name)
    {
        if (_names.Count >= MaxDepth)
        {
            throw new FormatException($"Nested deeper than {MaxDepth}.");
        }

        Separate();
        Put(bracket);
        _names.Push(name);
        _needsComma = false;
        return this;
    }

    private CanonicalWriter End(byte bracket)
    {
        _names.Pop();
        Put(bracket);
        _needsComma = true;
        return this;
    }

    private CanonicalWriter Raw(string ascii)
    {
        Separate();
        Encoding.ASCII.GetBytes(ascii, _bytes);
        return this;
    }

    private void Separate()
    {
        if (_needsComma)
        {
            Put((byte)',');
        }

        _needsComma = true;
    }

    private void Quote(string text)
    {
        Put((byte)'"');
        var plain = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (EscapeOf(text[i]) is not { } escape)
            {
                continue;
            }

            PutText(text.AsSpan(plain, i - plain));
            Encoding.ASCII.GetBytes(escape, _bytes);
            plain = i + 1;
        }

        PutText(text.AsSpan(plain));
        Put((byte)'"');
    }

    private static string? EscapeOf(char letter) => letter switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
        _ => null,
    };

    private void PutText(ReadOnlySpan<char> text)
    {
        try
        {
            Strict.GetBytes(text, _bytes);
        }
        catch (EncoderFallbackException error)
        {
            throw new FormatException("A text with half a surrogate pair has no canonical form.", error);
        }
    }

    private void Put(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
