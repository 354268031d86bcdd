using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace RaceSystem.Platform.Storage;

/// <summary>Makes contexts of a service on a connection that is already open.</summary>
internal interface IContextSource<TContext>
    where TContext : DbContext
{
    TContext Over(DbConnection connection);
}
