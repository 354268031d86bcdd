using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using RaceSystem.Timing.EdgeAgent.Spool;

namespace RaceSystem.Timing.EdgeAgent.Csv;

/// <summary>
/// One connection of a decoder. Every line is answered: <c>ack N</c> when all lines up to the N-th of this connection are
/// on disk or were refused, and before it <c>error N what</c> for each refused one. A malformed line costs a line, never
/// the connection; a line longer than <see cref="MaxLineBytes"/> ends it.
/// </summary>
internal sealed class CsvSession(Stream stream, CsvReadParser parser, ReadJournal journal, AgentCounters counters)
{
    internal const int MaxLineBytes = 256;

    private readonly List<CsvRead> _reads = [];
    private readonly StringBuilder _answer = new();
    private long _lines;

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream);
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            while (TakeLines(ref buffer))
            {
                await AnswerAsync(cancellationToken);
            }

            var tooLong = buffer.Length > MaxLineBytes;
            reader.AdvanceTo(buffer.Start, buffer.End);
            if (tooLong)
            {
                _answer.Append("error ").Append(_lines + 1).Append(" line too long\n");
                await AnswerAsync(cancellationToken);
                return;
            }

            if (result.IsCompleted)
            {
                // A line without its end was cut off with the connection; the decoder sends it again.
                return;
            }
        }
    }

    /// <summary>Takes the complete lines of the buffer, at most what the journal takes at once.</summary>
    private bool TakeLines(ref ReadOnlySequence<byte> buffer)
    {
        var before = _lines;
        while (_reads.Count < ReadJournal.MaxReads && buffer.PositionOf((byte)'\n') is { } end)
        {
            var line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            _lines++;
            Take(line.Length > MaxLineBytes ? null : Encoding.UTF8.GetString(line).Trim());
        }

        return _lines > before;
    }

    private void Take(string? line)
    {
        CsvRead read = default;
        var problem = "line too long";
        if (line is not null && parser.TryParse(line, out read, out problem))
        {
            _reads.Add(read);
        }
        else
        {
            counters.Refused();
            _answer.Append("error ").Append(_lines).Append(' ').Append(problem).Append('\n');
        }
    }

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        if (_reads.Count > 0)
        {
            await journal.WriteAsync(_reads, cancellationToken);
            counters.Spooled(_reads.Count);
            _reads.Clear();
        }

        _answer.Append("ack ").Append(_lines).Append('\n');
        await stream.WriteAsync(Encoding.UTF8.GetBytes(_answer.ToString()), cancellationToken);
        _answer.Clear();
    }
}
