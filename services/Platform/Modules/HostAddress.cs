using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;

namespace RaceSystem.Platform.Modules;

/// <summary>Where this host can be called from the same machine, once it listens. Safe to use from several threads.</summary>
/// <param name="server">The host's server.</param>
public sealed class HostAddress(IServer server)
{
    /// <summary>The first plain-HTTP address; an address that means every interface is given as loopback. Null until the host listens.</summary>
    public Uri? Find()
    {
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            var binding = BindingAddress.Parse(address);
            if (binding.Scheme == Uri.UriSchemeHttp && binding.Port != 0)
            {
                return new UriBuilder(Uri.UriSchemeHttp, HostOf(binding.Host), binding.Port).Uri;
            }
        }

        return null;
    }

    private static string HostOf(string host) => host is "*" or "+" or "0.0.0.0" or "[::]" or "localhost" ? "127.0.0.1" : host;
}
