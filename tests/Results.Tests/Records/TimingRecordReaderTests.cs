using System.Diagnostics;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Records;
using RaceSystem.Timing.V1;
using Field = RaceSystem.Results.Tests.Core.Field;

namespace RaceSystem.Results.Tests.Records;

/// <summary>Timing's records off the wire.</summary>
public sealed class TimingRecordReaderTests
{
    private readonly TimingRecordReader _reader = new();

    [Fact]
    public void Passings_are_read_as_the_generated_parser_reads_them()
    {
        var field = new Field(Field.Marathon()).Gun().Runner("1");
        _reader.Read(Passings("start", "C1", -60, 12), field.Scoring);
        _reader.Read(Passings("finish", "C1", 10500.25), field.Scoring);

        Assert.Equal("12 - - - 10500.25", field.Crossings());
    }

    [Fact]
    public void What_a_newer_timing_adds_is_passed_over()
    {
        var field = new Field(Field.Marathon()).Gun().Runner("1");
        var known = new ChipPassings { TimingPointId = "finish", Chip = "C1", Passings = { new Passing { TimeUs = Field.At(10500).Micros } } }.ToByteArray();
        byte[] added = [.. known, 0x78, 0x01, 0x8A, 0x01, 0x02, 0x41, 0x42, 0x95, 0x01, 1, 2, 3, 4, 0x99, 0x01, 1, 2, 3, 4, 5, 6, 7, 8];

        _reader.Read([0x0A, (byte)added.Length, .. added], field.Scoring);

        Assert.Equal("- - - - 10500", field.Crossings());
    }

    [Fact]
    public void Manual_times_are_read_with_their_priority_and_their_window()
    {
        var field = new Field(Field.Marathon()).Gun().Runner("1").Passes("C1", "half", 5_000).Passes("C1", "finish", 10_500);
        var record = new ManualPassings { TimingPointId = "finish", Bib = "1", Passings = { new ManualPassing { PassingTime = Stamp(10_510), Priority = ManualPriority.Override } } };
        _reader.Read(new TimingRecord { ManualPassings = record }.ToByteArray(), field.Scoring);
        Assert.Equal("- - 5000 - 10510", field.Crossings());

        // Without a window it is half a minute; a fallback leaves the chip its time.
        record.Passings[0].PassingTime = Stamp(10_531);
        _reader.Read(new TimingRecord { ManualPassings = record }.ToByteArray(), field.Scoring);
        Assert.Equal("- - 5000 - 10500", field.Crossings());
        record.Passings[0].Window = Duration.FromTimeSpan(TimeSpan.FromSeconds(31));
        _reader.Read(new TimingRecord { ManualPassings = record }.ToByteArray(), field.Scoring);
        Assert.Equal("- - 5000 - 10531", field.Crossings());
        record.Passings[0].Priority = ManualPriority.Fallback;
        _reader.Read(new TimingRecord { ManualPassings = record }.ToByteArray(), field.Scoring);
        Assert.Equal("- - 5000 - 10500", field.Crossings());
    }

    private static Timestamp Stamp(double seconds) => Timestamp.FromDateTimeOffset(Field.At(seconds).ToDateTimeOffset());

    [Fact]
    public void Passings_out_of_order_or_twice_are_put_right()
    {
        var field = new Field(Field.Marathon()).Gun().Runner("1");
        _reader.Read(Passings("start", "C1", 30, 12, 30), field.Scoring);

        Assert.Equal("30 - - - -", field.Crossings());
    }

    [Theory]
    [InlineData("0A")]
    [InlineData("0A05")]
    [InlineData("0A020A7F")]
    [InlineData("0A03080102")]
    [InlineData("0A00")]
    [InlineData("0AFFFFFFFFFFFFFFFFFFFF01")]
    public void Malformed_bytes_are_refused_and_change_nothing(string hex)
    {
        var field = new Field(Field.Marathon()).Gun().Runner("1").Passes("C1", "start", 12);

        Assert.ThrowsAny<Exception>(() => _reader.Read(Convert.FromHexString(hex), field.Scoring));

        Assert.Equal("12 - - - -", field.Crossings());
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_as_unreadable()
    {
        var random = Testing.Seed.NextRandom();
        var scoring = new Field(Field.Marathon()).Gun().Runner("1").Scoring;
        var good = Passings("start", "C1", 12, 40, 95);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = good.ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                _reader.Read(bytes.AsSpan(0, random.Next(bytes.Length + 1)), scoring);
            }
            catch (Exception error) when (error is InvalidDataException or InvalidProtocolBufferException or ArgumentException or OverflowException or InvalidOperationException)
            {
                Assert.NotEmpty(error.Message);
            }
        }

        scoring.Rescore();
    }

    [Fact]
    public void A_race_of_480_000_passings_is_read_without_an_allocation_a_record()
    {
        const int Runners = 48_000;
        var scoring = new MeetScoring();
        for (var i = 0; i < Runners; i++)
        {
            scoring.SetEntry(new Entry { EntryId = $"e{i}", RaceId = "race", Bib = $"{i}", Chips = [$"C{i:00000}"] });
        }

        var records = (from point in Enumerable.Range(0, 10)
                       from runner in Enumerable.Range(0, Runners)
                       select Passings($"p{point}", "C" + runner.ToString("00000", CultureInfo.InvariantCulture), (point * 1000) + (runner % 900))).ToList();
        ReadAll();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();

        ReadAll();

        var spent = Stopwatch.GetElapsedTime(started);
        TestContext.Current.TestOutputHelper?.WriteLine($"{records.Count / spent.TotalSeconds:0} records/s");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, records.Count / 10);

        void ReadAll()
        {
            foreach (var record in records)
            {
                _reader.Read(record, scoring);
            }
        }
    }

    private static byte[] Passings(string point, string chip, params double[] seconds)
    {
        var passings = new ChipPassings { TimingPointId = point, Chip = chip };
        passings.Passings.AddRange(seconds.Select(second => new Passing { TimeUs = Field.At(second).Micros, SpanUs = 350_000, ReadCount = 5, PeakRssiDbm = -41 }));
        return new TimingRecord { Passings = passings }.ToByteArray();
    }
}
