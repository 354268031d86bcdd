using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RaceSystem.ServiceDefaults.Listening;

/// <summary>Applies <see cref="ListeningOptions"/> and the preface sniffer to every address that Kestrel binds, wherever
/// the address comes from: <c>--urls</c>, <c>ASPNETCORE_URLS</c> or section <c>Kestrel</c>.</summary>
internal sealed class OnePortSetup(IOptions<ListeningOptions> listening, ILoggerFactory loggers, IServiceProvider services)
    : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions options)
    {
        var bounds = listening.Value;
        options.AddServerHeader = false;
        options.Limits.MaxConcurrentConnections = bounds.MaxConnections;
        options.Limits.MaxConcurrentUpgradedConnections = bounds.MaxConnections;
        options.Limits.RequestHeadersTimeout = bounds.HeadersTimeout;
        options.Limits.MaxRequestHeadersTotalSize = bounds.MaxHeadersBytes;
        options.Limits.MaxRequestBodySize = bounds.MaxBodyBytes;

        // A peer whose link died without a word is found by pings, also in the middle of an idle stream.
        options.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        options.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);

        // Kestrel takes a connection with the sniffer's mark for TLS and would refuse ":scheme: http"; with this it
        // keeps the scheme that the request names.
        options.AllowAlternateSchemes = true;

        var logger = loggers.CreateLogger<PrefaceSniffer>();
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;

        // Protocols stay at their default, HTTP/1.1 and HTTP/2: set by hand, Kestrel would warn that HTTP/2 is off.
        options.ConfigureEndpointDefaults(listen =>
            ((IConnectionBuilder)listen).Use(next => new PrefaceSniffer(next, bounds.FirstBytesTimeout, time, logger).OnConnectionAsync));
    }
}
