using System.IO.Compression;
using RaceSystem.Kernel;
using RaceSystem.Testing.Races;
using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Meets;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Core.Reads;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;
using RaceSystem.Timing.Protocols.Impinj;

namespace RaceSystem.Timing.Tests.Protocols.Impinj;

/// <summary>
/// The logs of one afternoon of a cycling race: every read of a finish line whose antennas also reached riders and wheels
/// that stood beside it.
/// </summary>
public sealed class ImpinjLogsTests
{
    // (lines that are reads, of them tags with other than 96 bits, passings)
    private static readonly (string Name, int Lines, int Short, int Passings, int PassingsOfAll)[] Logs =
    [
        ("EliteMen-Impinj-2018-04-08-12-31-32.txt.gz", 1_965, 0, 28, 28),
        ("EliteMen-Impinj-2018-04-08-12-45-13.txt.gz", 1_833, 0, 33, 33),
        ("EliteMen-Impinj-2018-04-08-12-58-42.txt.gz", 3_255, 0, 47, 47),
        ("EliteMen-Impinj-2018-04-08-13-13-05.txt.gz", 3_735, 16, 34, 35),
        ("EliteMen-Impinj-2018-04-08-13-27-01.txt.gz", 7_834, 80, 53, 58),
    ];

    [Fact]
    public void The_five_logs_give_their_published_passings()
    {
        var total = 0;
        foreach (var log in Logs)
        {
            var items = Read(log.Name);
            var meet = Meet(items);
            Assert.Equal(log.Short, items.OfType<ReadFileItem.Rejected>().Count());
            Assert.All(items.OfType<ReadFileItem.Rejected>(), item => Assert.Contains("12 hex digits", item.Reason, StringComparison.Ordinal));
            Assert.Equal(log.Lines - log.Short, items.OfType<ReadFileItem.Read>().Count());
            Assert.Equal(log.Passings, Chips(meet).Sum(chip => meet.PassingsOf(0, chip).Length));
            total += log.Lines - log.Short;
        }

        Assert.Equal(18_526, total);
    }

    [Fact]
    public void Tags_that_are_no_race_tags_add_passings_when_they_are_let_in()
    {
        foreach (var log in Logs)
        {
            var items = Read(log.Name, ("epc-digits", "any"));
            var meet = Meet(items);
            Assert.Empty(items.OfType<ReadFileItem.Rejected>());
            Assert.Equal(log.Lines, items.Count);
            Assert.Equal(log.PassingsOfAll, Chips(meet).Sum(chip => meet.PassingsOf(0, chip).Length));
        }
    }

    [Fact]
    public void What_the_program_chose_of_the_reads_repeats_them_and_adds_none()
    {
        foreach (var log in Logs)
        {
            var items = Read(log.Name, ("epc-digits", "any"));
            var chosen = Lines(log.Name).Count(line => line.StartsWith("127.0.0.1,", StringComparison.Ordinal));
            Assert.True(chosen > 20);
            Assert.Equal(log.Lines - chosen, Meet(items).ReadCount);
        }
    }

    /// <summary>
    /// Two tags stay near the line. A rider who crosses is read for about half a second; these for more than a minute on
    /// end, fading in and out of reach, so that silences of 5 s and more cut their stay into passings that nobody rode.
    /// Which of them counts is for the settings of the point (dead time, minimum time) and for the course to say: no read
    /// tells by itself.
    /// </summary>
    [Theory]
    [InlineData("35000000019010061A8F0000", 7, 3_703, 120)]
    [InlineData("EC0110C3888C02479247F227", 9, 1_933, 70)]
    public void Each_passing_of_a_lingering_tag_is_explained_by_its_reads_and_the_silence_before_it(string code, int passings, int reads, int longestAtLeastSeconds)
    {
        var meet = Meet(Read(Logs[^1].Name));
        Assert.True(meet.Chips.TryFind(code, out var chip));
        var found = meet.PassingsOf(0, chip).ToArray();
        var times = meet.ReadsOf(0, chip).ToArray().Select(read => read.TimeMicros).ToArray();
        Assert.Equal(passings, found.Length);
        Assert.Equal(reads, times.Length);
        Assert.Equal(reads, found.Sum(passing => passing.ReadCount));

        var next = 0;
        foreach (var passing in found)
        {
            Assert.Equal(times[next], passing.TimeMicros);
            Assert.True(next == 0 || times[next] - times[next - 1] >= PassingRule.Default.DeadTime.Micros, "a passing begins after 5 s of silence");
            for (var within = next + 1; within < next + passing.ReadCount; within++)
            {
                Assert.True(times[within] - times[within - 1] < PassingRule.Default.DeadTime.Micros, "within a passing no silence reaches 5 s");
            }

            next += passing.ReadCount;
        }

        Assert.True(found.Max(passing => passing.SpanMicros) >= longestAtLeastSeconds * Instant.MicrosPerSecond, "no crossing lasts that long");
    }

    [Theory]
    [InlineData("293.csv", 13, 1)]
    [InlineData("82D.csv", 11, 1)]
    [InlineData("EE7.csv", 11, 1)]
    public void A_single_crossing_is_one_passing(string name, int reads, int passings)
    {
        var meet = Meet(Read(name));
        Assert.Equal(reads, meet.ReadCount);
        Assert.Equal(passings, meet.PassingsOf(0, 0).Length);
    }

    [Fact]
    public void A_contested_finish_gives_the_reads_of_both_readers_and_leaves_the_conclusions_out()
    {
        var items = Read("M12-contested.csv");
        Assert.Equal(146, items.OfType<ReadFileItem.Read>().Count());
        Assert.Equal(146, items.Count);
        var meet = Meet(items);
        Assert.Equal(3, meet.Chips.Count);
        Assert.All(Chips(meet), chip => Assert.Equal(1, meet.PassingsOf(0, chip).Length));
    }

    private static IEnumerable<int> Chips(MeetReads meet) => Enumerable.Range(0, meet.Chips.Count);

    private static MeetReads Meet(IEnumerable<ReadFileItem> items)
    {
        var meet = new MeetReads();
        meet.ApplyPoint("finish", PassingRule.Default);
        var device = meet.ApplyDevice("reader", DeviceRole.Main, DeviceClock.True);
        foreach (var read in items.OfType<ReadFileItem.Read>().Select(item => item.Value))
        {
            meet.Add(0, meet.Chips.Intern(read.Chip), new Read(read.TimeMicros, (ushort)device, read.RssiDbm, read.Antenna));
        }

        return meet;
    }

    private static List<ReadFileItem> Read(string name, params (string Name, string Value)[] settings)
    {
        using var stream = Open(name);
        var all = settings.Append(("file", name)).ToDictionary(setting => setting.Item1, setting => setting.Item2);
        var day = name.Contains("2018-04-08", StringComparison.Ordinal) ? (DateOnly?)null : new DateOnly(2018, 4, 8);
        return [.. ImpinjProtocol.Stream.FileFormat!.Read(stream, new DeviceTimes(TimeZoneInfo.Utc, day), all)];
    }

    private static List<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        return [.. reader.ReadToEnd().Split('\n')];
    }

    private static Stream Open(string name)
    {
        var file = File.OpenRead(RaceData.Require("raw", "impinj", name));
        return name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }
}
