using System.Text;

namespace RaceSystem.Timing.Protocols.Framing;

/// <summary>
/// Cuts bytes into JSON objects by their brackets, whether they stand on lines, in arrays or behind one another, with
/// bounded memory: of an object longer than the limit only the beginning is kept. The objects in one named list of a
/// top-level object come one by one before it, so that a list may be longer than any frame. What lies within an object
/// is not checked. Not thread-safe.
/// </summary>
/// <param name="maxFrameBytes">Longest object or line.</param>
/// <param name="layout">What the end of a line means.</param>
/// <param name="list">Name of the list whose objects come one by one; empty: none.</param>
public sealed class JsonFramer(int maxFrameBytes, JsonLayout layout, string list = "")
{
    private readonly byte[] _list = Encoding.UTF8.GetBytes(list);
    private readonly BoundedBytes _object = new(maxFrameBytes);
    private readonly BoundedBytes _element = new(maxFrameBytes);
    private int _depth;
    private int _line = 1;
    private int _objectLine;
    private int _elementLine;
    private int _stringStart;
    private bool _inText;
    private bool _inString;
    private bool _isEscaped;
    private bool _namesList;
    private bool _inList;
    private bool _inElement;
    private bool _justOpened;
    private bool _isIndented;
    private bool _followsCarriageReturn;

    /// <summary>The next piece; false when more bytes are needed.</summary>
    /// <param name="input">What came; what was used is cut off.</param>
    /// <param name="frame">The piece.</param>
    public bool TryTake(ref ReadOnlySpan<byte> input, out JsonFrame frame)
    {
        for (var i = 0; i < input.Length; i++)
        {
            var kind = Step(input[i]);
            var isWhole = kind is not null;
            frame = isWhole ? Cut(kind!.Value, "the JSON object does not end where its line does") : default;
            CountLine(input[i]);
            if (isWhole)
            {
                input = input[(i + 1)..];
                return true;
            }
        }

        input = [];
        frame = default;
        return false;
    }

    /// <summary>What lies incomplete at the end of a file or body.</summary>
    public bool TryFinish(out JsonFrame frame)
    {
        var isPending = _inText || _depth > 0;
        frame = isPending ? Cut(_inText ? JsonFrameKind.Text : JsonFrameKind.Broken, "the JSON object does not end") : default;
        return isPending;
    }

    private void CountLine(byte next)
    {
        // CR LF, LF and CR all end a line.
        _line += next == '\r' || (next == '\n' && !_followsCarriageReturn) ? 1 : 0;
        _followsCarriageReturn = next == '\r' || (next == 0 && _followsCarriageReturn);
    }

    private JsonFrameKind? Step(byte next)
    {
        if (next == 0)
        {
            // Padding, also that of UTF-16 text that is ASCII: no JSON and no line holds it.
            return null;
        }

        if (_inText)
        {
            return InText(next);
        }

        if (_depth == 0)
        {
            Begin(next);
            return null;
        }

        if (next is (byte)'\n' or (byte)'\r')
        {
            _isIndented |= layout == JsonLayout.LinesOrIndented && _justOpened;
            if (_inString || (layout != JsonLayout.Free && !_isIndented))
            {
                return JsonFrameKind.Broken;
            }
        }

        _justOpened &= next <= ' ';
        return _inString ? InString(next) : BetweenStrings(next);
    }

    private JsonFrameKind? InText(byte next)
    {
        if (next is (byte)'\n' or (byte)'\r')
        {
            return JsonFrameKind.Text;
        }

        _object.Append(next);
        return null;
    }

    private void Begin(byte next)
    {
        // Blanks, the brackets and commas of an array around the objects, NUL, record separators and byte order marks.
        if (next is <= (byte)' ' or (byte)',' or (byte)'[' or (byte)']' or 0xEF or 0xBB or 0xBF or 0xFE or 0xFF)
        {
            return;
        }

        _objectLine = _line;
        _inText = next != '{';
        _justOpened = !_inText;
        _depth = _inText ? 0 : 1;
        _object.Append(next);
    }

    private JsonFrameKind? InString(byte next)
    {
        Append(next);
        if (_isEscaped)
        {
            _isEscaped = false;
        }
        else if (next == '\\')
        {
            _isEscaped = true;
        }
        else if (next == '"')
        {
            _inString = false;
            _namesList = _depth == 1 && _list.Length > 0 && !_object.IsOversize && _object.Span[_stringStart..^1].SequenceEqual(_list);
        }

        return null;
    }

    private JsonFrameKind? BetweenStrings(byte next)
    {
        if (_inList && _depth == 2 && next is not ((byte)'{' or (byte)']' or (byte)'"' or (byte)'['))
        {
            // Commas, blanks and values that are no objects.
            return next == '}' ? JsonFrameKind.Broken : null;
        }

        switch (next)
        {
            case (byte)'{' or (byte)'[':
                Open(next);
                break;
            case (byte)'}' or (byte)']':
                return Close(next);
            case (byte)'"':
                Append(next);
                (_inString, _stringStart) = (true, _object.Count);
                break;
            default:
                Append(next);
                break;
        }

        return null;
    }

    private void Open(byte next)
    {
        if (_inList && _depth == 2 && next == '{')
        {
            (_inElement, _elementLine) = (true, _line);
        }

        _inList |= next == '[' && _depth == 1 && _namesList;
        Append(next);
        _depth++;
    }

    private JsonFrameKind? Close(byte next)
    {
        Append(next);
        _depth--;
        if (_inElement && _depth == 2)
        {
            return JsonFrameKind.Element;
        }

        _inList &= _depth > 1;
        return _depth == 0 ? JsonFrameKind.Whole : null;
    }

    private void Append(byte next) => (_inElement ? _element : _object).Append(next);

    private JsonFrame Cut(JsonFrameKind kind, string problem)
    {
        var bytes = _inElement ? _element : _object;
        var line = _inElement ? _elementLine : _objectLine;
        if (bytes.IsOversize)
        {
            (kind, problem) = (kind == JsonFrameKind.Text ? kind : JsonFrameKind.Broken, $"longer than {maxFrameBytes} bytes");
        }

        var endsElement = _inElement && _depth == 2;
        var frame = new JsonFrame(kind, bytes.Take(), line, kind == JsonFrameKind.Broken ? problem : "");
        (_inElement, _inString, _isEscaped) = (false, false, false);
        if (!endsElement)
        {
            _object.Clear();
            _element.Clear();
            (_depth, _inText, _inList, _namesList, _isIndented, _justOpened) = (0, false, false, false, false, false);
        }

        return frame;
    }
}
