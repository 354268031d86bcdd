using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Platform.Storage;
using RaceSystem.Registration.Service.Storage;

namespace RaceSystem.Registration.Service;

/// <summary>Opens contexts to read with, once the tables are there.</summary>
internal sealed class RegistrationReads(
    [FromKeyedServices(RegistrationModule.ServiceName)] IServiceStorage storage,
    IDbContextFactory<RegistrationContext> contexts,
    TimeProvider time)
{
    /// <summary>How long a call waits for a database that is away before it is refused; writes wait as long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<RegistrationContext> OpenAsync(CancellationToken cancellationToken)
    {
        await StorageReadiness.RequireAsync(storage.WhenReadyAsync(cancellationToken), RegistrationModule.ServiceName, Patience, time, cancellationToken);
        return await contexts.CreateDbContextAsync(cancellationToken);
    }
}
