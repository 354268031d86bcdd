using RaceSystem.Timing.Protocols.Csv;

namespace RaceSystem.Timing.Tests.Protocols.Csv;

public sealed class CsvFuzzTests
{
    private static readonly IReadOnlyList<byte[]> Samples = ProtocolFuzz.Samples(
        "AB12,2025-04-06T09:00:00Z,-61,2\r\nAB12,1743897601250000\r\n",
        "location;rssi;chip;time;antenna\nfinish;-61.6;\"ab12\";2025-04-06 09:00:00;3\n",
        "20200201FC000004,Sat Feb 01 14:11:29.139089  2020-02-01\nAAABBB,\t2016-09-11 09:15:34.305\n",
        "AB12,09:00:00.5\nAB12,1743930000.25\nAB12,06.04.2025 9:00:00\n");

    [Fact]
    public Task no_input_breaks_a_session() => ProtocolFuzz.SessionsAsync(CsvProtocol.Definition, Samples);

    [Fact]
    public Task no_input_breaks_a_session_with_declared_columns() =>
        ProtocolFuzz.SessionsAsync(CsvProtocol.Definition, Samples, new() { ["chip"] = "chip", ["time"] = "time", ["delimiter"] = ";", ["time-format"] = "auto" });

    [Fact]
    public Task no_input_breaks_the_file_format() => ProtocolFuzz.FilesAsync(CsvProtocol.Definition.FileFormat!, Samples);

    [Fact]
    public Task no_input_breaks_the_file_format_with_declared_columns() =>
        ProtocolFuzz.FilesAsync(CsvProtocol.Definition.FileFormat!, Samples, new() { ["chip"] = "1", ["time"] = "2", ["rssi"] = "3", ["header"] = "no" });
}
