namespace RaceSystem.Client;

/// <summary>Where the services are: one address for AllInOne, or three for separate hosts.</summary>
public sealed record RaceSystemClientOptions
{
    /// <summary>Address of Registration, for example <c>http://localhost:5000</c>; http means HTTP/2 in clear text.</summary>
    public required Uri Registration { get; init; }

    /// <summary>Address of Timing.</summary>
    public required Uri Timing { get; init; }

    /// <summary>Address of Results.</summary>
    public required Uri Results { get; init; }

    /// <summary>Largest answer that is accepted, in bytes.</summary>
    public int MaxReceiveMessageSize { get; init; } = 16 * 1024 * 1024;

    /// <summary>All three services behind one address.</summary>
    public static RaceSystemClientOptions Of(Uri server) => new() { Registration = server, Timing = server, Results = server };
}
