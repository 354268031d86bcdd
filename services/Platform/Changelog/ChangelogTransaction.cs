using System.Data.Common;
using RaceSystem.Kernel;
using RaceSystem.Platform.Storage;

namespace RaceSystem.Platform.Changelog;

/// <summary>
/// What runs inside one commit of a log. Used by one thread; valid until the work it was handed to returns.
/// </summary>
public sealed class ChangelogTransaction
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _values = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    private readonly RequestAnswers _answers;

    internal ChangelogTransaction(IServiceStorage storage, DbConnection connection, DbTransaction transaction, ChangelogHead head, RequestAnswers answers)
    {
        Storage = storage;
        Connection = connection;
        Transaction = transaction;
        Head = head;
        _answers = answers;
    }

    /// <summary>Longest value of a record in bytes.</summary>
    public const int MaxValueBytes = 1 << 20;

    /// <summary>Most records of one commit.</summary>
    public const int MaxRecords = 1_000_000;

    /// <summary>The storage that the log is kept in.</summary>
    internal IServiceStorage Storage { get; }

    /// <summary>The open connection; further tables of the service are written through it.</summary>
    public DbConnection Connection { get; }

    /// <summary>The transaction that everything is part of.</summary>
    public DbTransaction Transaction { get; }

    /// <summary>The locked head, before this transaction.</summary>
    public ChangelogHead Head { get; }

    /// <summary>Records appended so far, in order, one a key.</summary>
    internal IEnumerable<(string Key, ReadOnlyMemory<byte> Value)> Appended => _order.Select(key => (key, _values[key]));

    /// <summary>Number of records that the commit will write.</summary>
    public int Count => _order.Count;

    /// <summary>
    /// Appends the whole new value of a key; a key appended twice keeps the later value once. The value must not be changed
    /// afterwards: it is published from the same memory.
    /// </summary>
    /// <exception cref="ArgumentException">The key or the value is longer than a record may be, or there are too many.</exception>
    public void Append(string key, ReadOnlyMemory<byte> value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (key.Length > ChangelogModel.MaxKeyLength || value.Length > MaxValueBytes || _order.Count >= MaxRecords)
        {
            throw new ArgumentException(
                $"A record has a key of at most {ChangelogModel.MaxKeyLength} characters and a value of at most {MaxValueBytes} bytes, a commit at most {MaxRecords} records.",
                nameof(key));
        }

        if (_values.TryAdd(key, value))
        {
            _order.Add(key);
        }
        else
        {
            _values[key] = value;
        }
    }

    /// <summary>
    /// The answer that <see cref="SaveAnswerAsync"/> kept for this request, so that a repeated write gets the same one;
    /// null when there is none or the id is empty. Answers are kept for <see cref="RequestAnswers.KeptFor"/>.
    /// </summary>
    /// <exception cref="RefusalException">The id is too long; reason <c>REQUEST_ID_INVALID</c>.</exception>
    public Task<ReadOnlyMemory<byte>?> FindAnswerAsync(string requestId, CancellationToken cancellationToken) =>
        RequestAnswers.FindAsync(this, requestId, cancellationToken);

    /// <summary>Keeps the answer of a write under its request id; an empty id keeps nothing.</summary>
    /// <exception cref="RefusalException">The id is too long; reason <c>REQUEST_ID_INVALID</c>.</exception>
    public Task SaveAnswerAsync(string requestId, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken) =>
        _answers.SaveAsync(this, requestId, answer, cancellationToken);
}
