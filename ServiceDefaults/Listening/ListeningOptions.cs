namespace RaceSystem.ServiceDefaults.Listening;

/// <summary>Bounds on what a peer may cost before it has sent a request. Configuration section <c>Listening</c>.</summary>
public sealed class ListeningOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Listening";

    /// <summary>Connections open at once; a further one is closed at once. Race-day viewers each hold one, so this is
    /// high: 20,000 idle connections cost about 200 MB.</summary>
    public int MaxConnections { get; set; } = 20_000;

    /// <summary>From accept until the first bytes tell HTTP/1.1 from HTTP/2. A peer that says nothing, or trickles the
    /// preface, is closed when it has passed.</summary>
    public TimeSpan FirstBytesTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>From the first byte of a request until its headers are complete.</summary>
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Largest sum of header names and values of one request, in bytes.</summary>
    public int MaxHeadersBytes { get; set; } = 16 * 1024;

    /// <summary>Largest request body in bytes; a gRPC stream is bounded by its messages instead.</summary>
    public long MaxBodyBytes { get; set; } = 16 * 1024 * 1024;
}
