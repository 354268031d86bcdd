namespace RaceSystem.AllInOne;

/// <summary>The configuration that turns the four services into one local process: its address, and a database file a service.</summary>
public static class LocalConfiguration
{
    private static readonly string[] Services = ["registration", "timing", "results"];

    /// <summary>Settings for the host; what the environment already says about a database or an address stays.</summary>
    public static Dictionary<string, string?> For(AllInOneOptions options, IConfiguration present)
    {
        Directory.CreateDirectory(options.DataFolder);
        var urls = Addresses(options.Urls ?? present["urls"] ?? AllInOneOptions.DefaultUrl);
        var settings = new Dictionary<string, string?> { ["urls"] = string.Join(';', urls) };
        foreach (var service in Services)
        {
            var database = $"ConnectionStrings:{service}-db";
            settings[database] = present[database] ?? $"Data Source={Path.Combine(options.DataFolder, service + ".db")}";
        }

        return settings;
    }

    private static string[] Addresses(string urls)
    {
        var addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(BindingAddress.Parse).ToArray();
        return addresses.Any(address => address.Scheme == "http" && !address.IsUnixPipe)
            ? [.. addresses.Select(Bindable)]
            : throw new InvalidOperationException("--urls: at least one address must be http://, because the services of this process call each other there.");
    }

    /// <summary>A free port can be had on one address alone, and localhost means two.</summary>
    private static string Bindable(BindingAddress address) =>
        address.Port == 0 && string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            ? $"{address.Scheme}://127.0.0.1:0{address.PathBase}"
            : address.ToString();
}
