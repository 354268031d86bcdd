using System.Net;
using RaceSystem.Testing;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Emulation;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.Decoders;

/// <summary>What the tests of decoders that Timing runs itself share.</summary>
internal static class DecoderCalls
{
    internal const string Zone = "+02:00";

    /// <summary>2026-04-05 08:00 UTC in microseconds.</summary>
    internal static readonly long Morning = new DateTimeOffset(2026, 4, 5, 8, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() * 1_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A decoder at the start and the finish, that Timing waits for.</summary>
    internal static Decoder Mylaps(string id = "d1") => new()
    {
        DecoderId = id,
        Protocol = "mylaps",
        TimeZone = Zone,
        Date = "2026-04-05",
        Locations =
        {
            new DecoderLocation { Location = "start", DeviceId = "d-start" },
            new DecoderLocation { Location = "finish", DeviceId = "d-finish" },
        },
    };

    internal static async Task<ApplyDecodersResponse> ApplyAsync(this TimingHost host, params Decoder[] decoders) =>
        await host.Client.ApplyDecodersAsync(new ApplyDecodersRequest { MeetId = TimingHost.Meet, Decoders = { decoders } }, cancellationToken: TestContext.Current.CancellationToken);

    internal static async Task<IReadOnlyList<DecoderState>> DecodersAsync(this TimingHost host) =>
        (await host.Client.ListDecodersAsync(new ListDecodersRequest { MeetId = TimingHost.Meet }, cancellationToken: TestContext.Current.CancellationToken)).Decoders;

    internal static async Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(this TimingHost host, string decoderId = "") =>
        (await host.Client.ListDeadLettersAsync(new ListDeadLettersRequest { MeetId = TimingHost.Meet, DecoderId = decoderId }, cancellationToken: TestContext.Current.CancellationToken)).DeadLetters;

    /// <summary>The only decoder, once it is as wanted.</summary>
    internal static Task<DecoderState> DecoderAsync(this TimingHost host, Func<DecoderState, bool> wanted) => Eventually.ValueAsync(
        async () => (await host.DecodersAsync()).SingleOrDefault(wanted),
        Patience,
        () => string.Join('\n', host.DecodersAsync().GetAwaiter().GetResult()));

    /// <summary>Where Timing listens for the only decoder.</summary>
    internal static async Task<IPEndPoint> EndPointAsync(this TimingHost host) =>
        IPEndPoint.Parse((await host.DecoderAsync(state => state.Endpoint.Length > 0)).Endpoint);

    /// <summary>Reads of so many chips at the start, and at the finish half an hour later.</summary>
    internal static List<EmulatedRead> Race(int chips) =>
    [
        .. from place in (string[])["start", "finish"]
           from chip in Enumerable.Range(0, chips)
           select new EmulatedRead(place, $"{1_000_000 + chip}", Morning + (place == "finish" ? 1_800_000_000L : 0) + (chip * 500_000L), -55, 1),
    ];

    /// <summary>An emulated decoder that delivers them.</summary>
    internal static IDecoderEmulator Emulator(string protocol, IReadOnlyList<EmulatedRead> reads, IPEndPoint endPoint, EmulatorFaults? faults = null, int seed = 1, string path = "/") =>
        DecoderProtocols.Find(protocol)!.CreateEmulator(new EmulatorSettings(
            reads, endPoint, TimeZoneInfo.CreateCustomTimeZone(Zone, TimeSpan.FromHours(2), Zone, Zone), faults ?? EmulatorFaults.None, seed, TimeProvider.System, path));
}
