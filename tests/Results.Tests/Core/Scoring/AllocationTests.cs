using System.Globalization;

namespace RaceSystem.Results.Tests.Core.Scoring;

/// <summary>The hot path makes no garbage.</summary>
public sealed class AllocationTests
{
    private const int Runners = 2_000;

    [Fact]
    public void A_late_read_is_scored_without_an_allocation()
    {
        var field = new Field(Field.Marathon()).Gun();
        for (var i = 0; i < Runners; i++)
        {
            field.Runner(i.ToString(CultureInfo.InvariantCulture));
            var chip = "C" + i.ToString(CultureInfo.InvariantCulture);
            field.Passes(chip, "start", 1 + (i % 300)).Passes(chip, "half", 5000 + i).Passes(chip, "finish", 10_000 + (2 * i));
        }

        var scoring = field.Scoring;
        scoring.Rescore();
        long[] early = [Field.At(6_000.5).Micros], late = [Field.At(6_500.5).Micros];
        Read(early);
        Read(late);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Read(i % 2 == 0 ? early : late);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Read(long[] times)
        {
            scoring.SetPassings("half", "C77", times);
            scoring.Rescore();
        }
    }
}
