using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
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
            request.RequestUri = new Uri(OwnAddress(), address.PathAndQuery);
        }

        return base.SendAsync(request, cancellationToken);
    }

    private Uri OwnAddress()
    {
        var addresses = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in addresses)
        {
            var binding = global::Microsoft.AspNetCore.Http.BindingAddress.Parse(address);
            if (binding.Scheme == Uri.UriSchemeHttp && binding.Port != 0)
            {
                return new UriBuilder(Uri.UriSchemeHttp, HostOf(binding.Host), binding.Port).Uri;
            }
        }

        throw new HttpRequestException($"This host does not listen yet, so its module '{service}' cannot be called.");
    }

    // An address that means every interface is reached over loopback.
    private static string HostOf(string host) => host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : host;
}
