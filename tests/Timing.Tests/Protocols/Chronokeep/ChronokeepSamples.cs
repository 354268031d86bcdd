using RaceSystem.Kernel;

namespace RaceSystem.Timing.Tests.Protocols.Chronokeep;

/// <summary>Made-up messages in the shapes that portals send.</summary>
internal static class ChronokeepSamples
{
    public const string Connected =
        """{"command":"connection_successful","name":"Finish portal","kind":"chrono_portal","version":1,"reads_subscribed":true,"readers":[{"id":1,"name":"A","antennas":[1,0]}],"updatable":false}""";

    public const string Time = """{"command":"time","local":"2026-04-02 14:00:00","utc":"2026-04-02 12:00:00"}""";

    public const string Log =
        "\"status\",\"chip_number\",\"seconds\",\"milliseconds\",\"time_seconds\",\"time_milliseconds\",\"antenna\",\"reader\",\"box\",\"log_index\",\"rssi\",\"is_rewind\",\"reader_time\",\"start_time\",\"read_bib\",\"type\"\n\"0\",\"abc1\",\"1459512000\",\"250\",\"1459512999\",\"0\",\"3\",\"A, left\",\"Portal\",\"7\",\"-57\",\"0\",\"\",\"0\",\"-1\",\"0\"\n\"0\",\"-1\",\"1459512000\",\"0\",\"1459512000\",\"0\",\"0\",\"\",\"\",\"0\",\"\",\"0\",\"\",\"0\",\"12\",\"1\"\n";

    public static readonly long Noon = Instant.From(new DateTimeOffset(2026, 4, 2, 12, 0, 0, TimeSpan.Zero)).Micros;

    public static string Read(string identifier, long seconds, string identType = "chip", string type = "reader") =>
        $$"""{"identifier":"{{identifier}}","seconds":{{seconds}},"milliseconds":250,"reader_seconds":{{seconds - 5}},"reader_milliseconds":1,"antenna":3,"reader":"A","rssi":"-57","ident_type":"{{identType}}","type":"{{type}}"}""";

    public static string Reads(params string[] reads) => $$"""{"command":"reads","list":[{{string.Join(',', reads)}}]}""";
}
