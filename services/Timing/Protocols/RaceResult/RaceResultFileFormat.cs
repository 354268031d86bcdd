using System.Text;
using System.Text.Json;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;

namespace RaceSystem.Timing.Protocols.RaceResult;

/// <summary>
/// Passing records, one a line, as pushed (<c>#P;</c>, also with a logger's prefix in front) or as in a passing file; or JSON
/// records, one a line, as an array, or over several lines. Both may stand in one file; commands and answers give no item.
/// </summary>
internal sealed class RaceResultFileFormat : IReadFileFormat
{
    private const int MaxJsonBytes = 1024 * 1024;
    private static readonly string[] Words =
        ["GET", "SET", "PASSINGS", "PING", "STARTOPERATION", "STOPOPERATION", "#", "PassingNo", "ERROR", "ONLY", "CLEARFILES"];

    public IEnumerable<ReadFileItem> Read(Stream stream, DeviceTimes times, IReadOnlyDictionary<string, string> settings)
    {
        var parser = new RaceResultParser(times, new RaceResultMarkers(settings.GetValueOrDefault("markers", "99999")));
        var json = new RaceResultJson(times, RaceResultProtocol.IsUtcTimeLocal(settings));
        var pending = new PendingJson();
        foreach (var line in FileLines.Read(stream, MaxJsonBytes))
        {
            var text = line.Text.Trim();
            if (pending.IsOpen || text is ['{' or '[', ..])
            {
                foreach (var item in pending.Add(line) ? JsonItems(pending, json) : [])
                {
                    yield return item;
                }
            }
            else if (text.Length > 0 && Item(line, text, parser) is { } item)
            {
                yield return item;
            }
        }

        if (pending.IsOpen)
        {
            yield return pending.First.Reject("the record is no JSON, or has no end");
        }
    }

    private static ReadFileItem? Item(FileLine line, string text, RaceResultParser parser)
    {
        if (line.IsOversize)
        {
            return line.Reject("the line is too long");
        }

        var pushed = text.IndexOf("#P;", StringComparison.Ordinal);
        if (parser.Parse(pushed > 0 ? text[pushed..] : text) is { } passing)
        {
            return Item(line, passing);
        }

        return pushed < 0 && Words.Any(word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) ? null : line.Reject("this is no passing record");
    }

    private static ReadFileItem Item(FileLine line, RaceResultPassing passing) => passing switch
    {
        { Value: { } read } => new ReadFileItem.Read(line.Number, passing.Location, read),
        { Marker: { } marker } => new ReadFileItem.Marker(line.Number, passing.Location, marker),
        _ => line.Reject(passing.Problem, passing.Location),
    };

    private static IEnumerable<ReadFileItem> JsonItems(PendingJson pending, RaceResultJson json)
    {
        var line = pending.First;
        string? shown = null;
        foreach (var (passing, _) in pending.Take().SelectMany(json.Records))
        {
            yield return passing.Problem.Length > 0
                ? new ReadFileItem.Rejected(line.Number, passing.Location, passing.Problem, shown ??= FileLine.Show(line.Text))
                : Item(line, passing);
        }

        if (pending.Problem.Length > 0)
        {
            yield return pending.First.Reject(pending.Problem);
        }
    }

    /// <summary>JSON that may run over several lines: complete when its brackets are closed.</summary>
    private sealed class PendingJson
    {
        private readonly StringBuilder _text = new();
        private int _depth;
        private bool _isInString;
        private bool _isEscaped;

        public bool IsOpen => _text.Length > 0;

        /// <summary>The line that it began on.</summary>
        public FileLine First { get; private set; }

        public string Problem { get; private set; } = "";

        /// <summary>Adds a line; true when it is complete, or too long to become it.</summary>
        public bool Add(FileLine line)
        {
            if (!IsOpen)
            {
                (First, Problem, _depth, _isInString, _isEscaped) = (line, "", 0, false, false);
            }

            _text.Append(line.Text).Append('\n');
            foreach (var character in line.Text)
            {
                Scan(character);
            }

            // A string ends with its line: one that does not is broken, and must not swallow what follows.
            return _depth <= 0 || _isInString || line.IsOversize || _text.Length > MaxJsonBytes;
        }

        public List<ReadOnlyMemory<byte>> Take()
        {
            var bytes = Encoding.UTF8.GetBytes(_text.ToString());
            _text.Clear();
            try
            {
                return RaceResultJson.Cut(bytes);
            }
            catch (JsonException)
            {
                Problem = "the record is no JSON";
                return [];
            }
        }

        private void Scan(char character)
        {
            if (_isInString)
            {
                _isInString = _isEscaped || character != '"';
                _isEscaped = !_isEscaped && character == '\\';
                return;
            }

            _isInString = character == '"';
            _depth += character is '{' or '[' ? 1 : character is '}' or ']' ? -1 : 0;
        }
    }
}
