using System.Data.Common;

namespace RaceSystem.Platform.Changelog;

/// <summary>
/// What runs inside one commit of a log. Used by one thread; valid until the work it was handed to returns.
/// </summary>
public sealed class ChangelogTransaction
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _values = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    internal ChangelogTransaction(DbConnection connection, DbTransaction transaction, ChangelogHead head)
    {
        Connection = connection;
        Transaction = transaction;
        Head = head;
    }

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

    /// <summary>Appends the whole new value of a key; a key appended twice keeps the later value once.</summary>
    public void Append(string key, ReadOnlyMemory<byte> value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (_values.TryAdd(key, value))
        {
            _order.Add(key);
        }
        else
        {
            _values[key] = value;
        }
    }
}
