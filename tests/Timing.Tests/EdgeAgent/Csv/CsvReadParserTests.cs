using Microsoft.Extensions.Time.Testing;
using RaceSystem.Testing;
using RaceSystem.Timing.EdgeAgent.Csv;

namespace RaceSystem.Timing.Tests.EdgeAgent.Csv;

public sealed class CsvReadParserTests
{
    private const long NineOClock = 1_743_930_000_000_000;

    private readonly CsvReadParser _parser = new(new FakeTimeProvider(new DateTimeOffset(2025, 4, 6, 9, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("ab12,2025-04-06T09:00:00Z", "AB12", NineOClock, 0, 0)]
    [InlineData("AB12, 2025-04-06T18:00:00.25+09:00 ,-61", "AB12", NineOClock + 250_000, -61, 0)]
    [InlineData("AB12,1743930000000001,-61,3", "AB12", NineOClock + 1, -61, 3)]
    [InlineData("AB12,1743930000000001,,3", "AB12", NineOClock + 1, 0, 3)]
    public void A_line_is_a_read(string line, string chip, long micros, int rssi, int antenna)
    {
        Assert.True(_parser.TryParse(line, out var read, out var problem), problem);
        Assert.Equal(new CsvRead(chip, micros, rssi, antenna), read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AB12")]
    [InlineData("AB12,2025-04-06T09:00:00")]
    [InlineData("AB12,2025-04-06 09:00:00Z")]
    [InlineData("AB-12,2025-04-06T09:00:00Z")]
    [InlineData(",2025-04-06T09:00:00Z")]
    [InlineData("AB12,1980-01-01T00:00:00Z")]
    [InlineData("AB12,2025-04-06T22:00:00Z")]
    [InlineData("AB12,-5")]
    [InlineData("AB12,1743930000000000,x")]
    [InlineData("AB12,1743930000000000,-60,70000")]
    [InlineData("AB12,1743930000000000,-60,1,1")]
    [InlineData("AB12,99999999999999999999")]
    public void Everything_else_is_refused_with_a_reason(string line)
    {
        Assert.False(_parser.TryParse(line, out _, out var problem));
        Assert.NotEmpty(problem);
    }

    [Fact]
    public void No_line_throws()
    {
        var random = Seed.NextRandom();
        const string Alphabet = "AB12,,,--++::TTZZ0129..  é\0";
        for (var i = 0; i < 50_000; i++)
        {
            var line = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var parsed = _parser.TryParse(line, out var read, out var problem);
            Assert.Equal(parsed, problem.Length == 0);
            Assert.Equal(parsed, read != default);
        }
    }
}
