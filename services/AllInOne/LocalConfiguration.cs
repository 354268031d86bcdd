using System.Net;
using System.Net.Sockets;

namespace RaceSystem.AllInOne;

/// <summary>
/// The configuration that turns the four services into one local process: a database file a service, no broker, and
/// every service found at this process's own address, so that calls between modules take the same way as between hosts.
/// </summary>
public static class LocalConfiguration
{
    private static readonly string[] Services = ["registration", "timing", "results"];

    /// <summary>Settings for the host; what the environment already says about a database or an address stays.</summary>
    public static Dictionary<string, string?> For(AllInOneOptions options, IConfiguration present)
    {
        Directory.CreateDirectory(options.DataFolder);
        var urls = WithRealPorts(options.Urls ?? present["urls"] ?? AllInOneOptions.DefaultUrl);
        var own = OwnAddress(urls);
        var settings = new Dictionary<string, string?> { ["urls"] = string.Join(';', urls), ["RaceSystem:OwnAddress"] = own };
        foreach (var service in Services)
        {
            var database = $"ConnectionStrings:{service}-db";
            settings[database] = present[database] ?? $"Data Source={Path.Combine(options.DataFolder, service + ".db")}";
            settings[$"services:{service}:http:0"] = own;
        }

        return settings;
    }

    /// <summary>Port 0 means any free port; it has to be known before the modules call each other.</summary>
    private static string[] WithRealPorts(string urls) =>
    [
        .. urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(url => BindingAddress.Parse(url) is { Port: 0 } address ? $"{address.Scheme}://{address.Host}:{FreePort()}{address.PathBase}" : url),
    ];

    private static string OwnAddress(string[] urls)
    {
        var plain = urls.Select(BindingAddress.Parse).FirstOrDefault(address => address.Scheme == "http" && !address.IsUnixPipe)
            ?? throw new InvalidOperationException("--urls: at least one address must be http://, because the services of this process call each other there.");
        var anyAddress = plain.Host is "*" or "+" or "0.0.0.0" or "[::]" || string.Equals(plain.Host, "localhost", StringComparison.OrdinalIgnoreCase);
        return $"http://{(anyAddress ? "127.0.0.1" : plain.Host)}:{plain.Port}";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
