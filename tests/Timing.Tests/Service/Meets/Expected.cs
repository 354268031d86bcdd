using Google.Protobuf;
using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Tests.Core.Meets;
using RaceSystem.Timing.V1;
using TimeRule = RaceSystem.Timing.Core.Passings.TimeRule;

namespace RaceSystem.Timing.Tests.Service.Meets;

/// <summary>What the log must say in the end, by the naive oracle.</summary>
internal static class Expected
{
    internal static SortedDictionary<string, byte[]> Log(IEnumerable<GivenRead> reads, TimeRule rule = TimeRule.First, long backupOffsetMicros = 0)
    {
        var settings = new PassingRule(rule, Elapsed.FromSeconds(2));
        var oracle = PassingOracle.Passings(
            reads,
            new Dictionary<string, PassingRule> { ["start"] = settings, ["finish"] = settings },
            new Dictionary<string, GivenDevice> { ["d-start"] = new(0), ["d-finish"] = new(0), ["d-backup"] = new(backupOffsetMicros) });
        var log = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (key, passings) in oracle)
        {
            var parts = key.Split('/');
            var message = new ChipPassings { TimingPointId = parts[0], Chip = parts[1] };
            message.Passings.AddRange(passings.Select(passing => new V1.Passing
            {
                TimeUs = passing.TimeMicros,
                SpanUs = passing.SpanMicros,
                ReadCount = passing.ReadCount,
                PeakRssiDbm = passing.PeakRssiDbm,
            }));
            log[$"passings/{key}"] = new TimingRecord { Passings = message }.ToByteArray();
        }

        return log;
    }

    internal static void Same(SortedDictionary<string, byte[]> expected, SortedDictionary<string, byte[]> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(expected, record => Assert.Equal(record.Value, actual[record.Key]));
    }
}
