using Microsoft.Extensions.Time.Testing;
using RaceSystem.Kernel;
using RaceSystem.Timing.Service;
using RaceSystem.Timing.Service.UploadReads;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.UploadReads;

public sealed class ReadBatchValidatorTests
{
    private static readonly DateTimeOffset Now = new(2025, 4, 6, 12, 0, 0, TimeSpan.Zero);

    private readonly ReadBatchValidator _validator = new(new FakeTimeProvider(Now));

    [Fact]
    public void A_good_batch_passes_and_its_chips_become_upper_case()
    {
        var batch = Good();
        batch.ChipCodes[0] = "ab12";
        _validator.Validate(batch);
        Assert.Equal("AB12", batch.ChipCodes[0]);
    }

    [Fact]
    public void A_day_ahead_and_the_first_of_1990_are_still_good()
    {
        var batch = Good();
        batch.TimeUs[0] = Limits.EarliestTime.Micros;
        batch.TimeUs[1] = Instant.From(Now.AddDays(1)).Micros;
        _validator.Validate(batch);
    }

    [Fact]
    public void Each_defect_has_its_reason_and_its_place()
    {
        AssertRefused("SEQUENCE_INVALID", "batch.sequence", batch => batch.Sequence = 0);
        AssertRefused("CHIP_INVALID", "batch.chip_codes[1]", batch => batch.ChipCodes[1] = "not a chip");
        AssertRefused("CHIP_INVALID", "batch.chip_codes[0]", batch => batch.ChipCodes[0] = "");
        AssertRefused("COLUMNS_INVALID", "batch.chip_index[1]", batch => batch.ChipIndex[1] = 2);
        AssertRefused("COLUMNS_INVALID", "batch.chip_index", batch => batch.ChipIndex.Clear());
        AssertRefused("COLUMNS_INVALID", "batch.rssi_dbm", batch => batch.RssiDbm.Add(-60));
        AssertRefused("COLUMNS_INVALID", "batch.rssi_dbm[1]", batch => batch.RssiDbm.Add([-60, -40_000]));
        AssertRefused("COLUMNS_INVALID", "batch.antenna[0]", batch => batch.Antenna.Add([70_000, 1]));
        AssertRefused("READ_TIME_OUT_OF_RANGE", "batch.time_us[1]", batch => batch.TimeUs[1] = Limits.EarliestTime.Micros - 1);
        AssertRefused("READ_TIME_OUT_OF_RANGE", "batch.time_us[0]", batch => batch.TimeUs[0] = Instant.From(Now.AddDays(1)).Micros + 1);
        AssertRefused("READ_TIME_OUT_OF_RANGE", "batch.time_us[0]", batch => batch.TimeUs[0] = long.MaxValue);
        AssertRefused("READ_TIME_OUT_OF_RANGE", "batch.time_us[0]", batch => batch.TimeUs[0] = long.MinValue);
    }

    [Fact]
    public void Five_thousand_reads_pass_and_one_more_is_too_large()
    {
        var batch = Good();
        while (batch.TimeUs.Count < Limits.ReadsPerBatch)
        {
            batch.TimeUs.Add(batch.TimeUs[0]);
            batch.ChipIndex.Add(0);
        }

        _validator.Validate(batch);
        batch.TimeUs.Add(batch.TimeUs[0]);
        batch.ChipIndex.Add(0);
        Assert.Equal("BATCH_TOO_LARGE", Assert.Throws<RefusalException>(() => _validator.Validate(batch)).Reason);
    }

    private static ReadBatch Good() => Upload.Batch(1, ("A", 1_000), ("B", 2_000));

    private void AssertRefused(string reason, string field, Action<ReadBatch> spoil)
    {
        var batch = Good();
        spoil(batch);
        var refusal = Assert.Throws<RefusalException>(() => _validator.Validate(batch));
        Assert.Equal(reason, refusal.Reason);
        Assert.Equal(field, Assert.Single(refusal.Violations).Field);
    }
}
