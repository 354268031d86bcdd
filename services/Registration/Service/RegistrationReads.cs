using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Platform.Storage;
using RaceSystem.Registration.Service.Storage;

namespace RaceSystem.Registration.Service;

/// <summary>Opens contexts to read with, once the tables are there.</summary>
internal sealed class RegistrationReads(
    [FromKeyedServices(RegistrationModule.ServiceName)] IServiceStorage storage,
    IDbContextFactory<RegistrationContext> contexts)
{
    public async Task<RegistrationContext> OpenAsync(CancellationToken cancellationToken)
    {
        await storage.WhenReadyAsync(cancellationToken);
        return await contexts.CreateDbContextAsync(cancellationToken);
    }
}
