using Microsoft.EntityFrameworkCore;
using RaceSystem.Platform.Changelog;

namespace RaceSystem.Platform.Storage;

/// <summary>Contexts that take part in a commit of a log.</summary>
public static class ServiceDbContext
{
    /// <summary>
    /// A context on the transaction's connection: what it saves is committed with the log or not at all. Dispose it before
    /// the work returns; the connection stays open.
    /// </summary>
    /// <exception cref="InvalidOperationException">The log is not kept in the storage of <typeparamref name="TContext"/>.</exception>
    public static TContext Over<TContext>(ChangelogTransaction transaction)
        where TContext : DbContext
    {
        if (transaction.Storage is not IContextSource<TContext> source)
        {
            throw new InvalidOperationException($"The log is not kept in the storage of {typeof(TContext).Name}.");
        }

        var context = source.Over(transaction.Connection);
        context.Database.UseTransaction(transaction.Transaction);
        return context;
    }
}
