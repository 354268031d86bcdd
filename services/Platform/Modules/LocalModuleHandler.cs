using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace RaceSystem.Platform.Modules;

/// <summary>
/// Sends calls to a service that is a module of this very host to the host's own address, over loopback, so that AllInOne
/// and separate hosts run the same code. An address in the configuration (<c>Services:&lt;service&gt;</c>) goes first.
/// </summary>
internal sealed class LocalModuleHandler(string service, IServiceProvider services) : DelegatingHandler
{
    private readonly bool _isLocal =
        services.GetRequiredService<IConfiguration>().GetSection($"Services:{service}").Exists() is false
        && services.GetServices<IServiceModule>().Any(module => module.Name == service);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_isLocal && request.RequestUri is { } address)
        {
            var own = services.GetRequiredService<HostAddress>().Find()
                ?? throw new HttpRequestException($"This host does not listen yet, so its module '{service}' cannot be called.");
            request.RequestUri = new Uri(own, address.PathAndQuery);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
