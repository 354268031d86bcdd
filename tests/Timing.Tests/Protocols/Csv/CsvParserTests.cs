using Microsoft.Extensions.Time.Testing;
using RaceSystem.Testing;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Csv;

namespace RaceSystem.Timing.Tests.Protocols.Csv;

public sealed class CsvParserTests
{
    private const long NineOClock = 1_743_930_000_000_000;

    [Theory]
    [InlineData("ab12,2025-04-06T09:00:00Z", "AB12", NineOClock, 0, 0)]
    [InlineData("AB12, 2025-04-06T18:00:00.25+09:00 ,-61", "AB12", NineOClock + 250_000, -61, 0)]
    [InlineData("AB12,1743930000000001,-61,3", "AB12", NineOClock + 1, -61, 3)]
    [InlineData("AB12,1743930000000001,,3", "AB12", NineOClock + 1, 0, 3)]
    public void undeclared_a_line_is_chip_time_rssi_antenna(string line, string chip, long micros, int rssi, int antenna)
    {
        Assert.True(Undeclared().TryParse(line, out var read, out var problem), problem);
        Assert.Equal(new DecodedRead(chip, micros, (short)rssi, (ushort)antenna), read!.Value.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AB12")]
    [InlineData("AB12,2025-04-06T09:00:00")]
    [InlineData("AB12,2025-04-06 09:00:00Z")]
    [InlineData("AB-12,2025-04-06T09:00:00Z")]
    [InlineData(",2025-04-06T09:00:00Z")]
    [InlineData("AB12,-5")]
    [InlineData("AB12,1743930000000000,x")]
    [InlineData("AB12,1743930000000000,-60,70000")]
    [InlineData("AB12,1743930000000000,-60,1,1")]
    [InlineData("AB12,99999999999999999999")]
    [InlineData("AB12,\"1743930000000000")]
    public void everything_else_is_refused_with_a_reason(string line)
    {
        Assert.False(Undeclared().TryParse(line, out _, out var problem));
        Assert.NotEmpty(problem);
    }

    [Fact]
    public void no_line_throws()
    {
        var random = Seed.NextRandom();
        const string Alphabet = "AB12,,,--++::TTZZ0129..  é\0\"";
        for (var i = 0; i < 50_000; i++)
        {
            var line = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var parsed = Undeclared().TryParse(line, out var read, out var problem);
            Assert.Equal(parsed, problem.Length == 0);
            Assert.Equal(parsed, read is not null);
        }
    }

    [Theory]
    [InlineData("auto", "2025-04-06T09:00:00Z")]
    [InlineData("auto", "2025-04-06 09:00:00")]
    [InlineData("auto", "2025/4/6 9:00:00.000")]
    [InlineData("auto", "06.04.2025 9:00:00")]
    [InlineData("auto", "2025-04-06T18:00:00+09:00")]
    [InlineData("auto", "09:00:00.000000")]
    [InlineData("auto", "1743930000")]
    [InlineData("auto", "1743930000.000")]
    [InlineData("auto", "1743930000000")]
    [InlineData("auto", "1743930000000000")]
    [InlineData("auto", "Sun Apr 06 09:00:00.000000  2025-04-06")]
    [InlineData("iso", "2025-04-06 09:00:00,0")]
    [InlineData("iso-local", "2025-4-6 9:00:00")]
    [InlineData("time-of-day", "9:00:00")]
    [InlineData("unix", "1743930000.0")]
    [InlineData("unix-ms", "1743930000000")]
    [InlineData("unix-us", "1743930000000000")]
    [InlineData("log", "Sun Apr 06 09:00:00  2025-04-06")]
    public void times_are_read_as_declared_or_where_they_are_unambiguous(string format, string time)
    {
        var parser = Declared(new() { ["chip"] = "1", ["time"] = "2", ["delimiter"] = ";", ["time-format"] = format });
        Assert.True(parser.TryParse($"AB12;{time}", out var read, out var problem), problem);
        Assert.Equal(NineOClock, read!.Value.Value.TimeMicros);
    }

    [Theory]
    [InlineData("auto", "04/06/2025 09:00:00")]
    [InlineData("auto", "06-04-2025 09:00:00")]
    [InlineData("auto", "17439300")]
    [InlineData("auto", "17439300000")]
    [InlineData("auto", "Sun Apr 07 09:00:00  2025-04-06")]
    [InlineData("iso", "1743930000")]
    [InlineData("unix", "soon")]
    [InlineData("unix-us", "99999999999999999999999999")]
    [InlineData("time-of-day", "24:00:00")]
    [InlineData("log", "2025-04-06 09:00:00")]
    public void what_is_ambiguous_or_written_otherwise_is_refused(string format, string time)
    {
        var parser = Declared(new() { ["chip"] = "1", ["time"] = "2", ["delimiter"] = ";", ["time-format"] = format });
        Assert.False(parser.TryParse($"AB12;{time}", out _, out var problem));
        Assert.NotEmpty(problem);
    }

    private static CsvParser Undeclared() => new(new CsvMapping(new Dictionary<string, string>(), isFile: false), Times());

    private static CsvParser Declared(Dictionary<string, string> settings) => new(new CsvMapping(settings, isFile: true), Times());

    private static DeviceTimes Times() =>
        new(TimeZoneInfo.Utc, new DateOnly(2025, 4, 6), new FakeTimeProvider(new DateTimeOffset(2025, 4, 6, 9, 0, 0, TimeSpan.Zero)));
}
