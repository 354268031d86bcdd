using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Results.Service.Adjudications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.Adjudications;

public sealed class AdjudicationTableTests
{
    private static readonly DateTimeOffset Noon = new(2026, 10, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_decision_comes_after_every_other_one_even_when_the_clock_stepped_back()
    {
        var table = new AdjudicationTable();
        Assert.Equal(Instant.From(Noon), table.NextDecideTime(Noon));
        table.Take(Decided("a", Noon));
        table.Take(Decided("b", Noon.AddHours(-1)));

        Assert.Equal(Instant.From(Noon).Micros + 1, table.NextDecideTime(Noon.AddMinutes(-5)).Micros);
        Assert.Equal(Instant.From(Noon).Micros + 1, table.NextDecideTime(Noon).Micros);
        Assert.Equal(Instant.From(Noon.AddSeconds(1)), table.NextDecideTime(Noon.AddSeconds(1)));
        table.Clear();
        Assert.Equal(Instant.From(Noon.AddDays(-1)), table.NextDecideTime(Noon.AddDays(-1)));
    }

    [Fact]
    public void A_meet_has_room_for_twenty_thousand_decisions()
    {
        var table = new AdjudicationTable();
        for (var i = 0; i < 20_000; i++)
        {
            table.RequireRoomFor(Decided($"d{i}", Noon));
            table.Take(Decided($"d{i}", Noon));
        }

        var refusal = Assert.Throws<RefusalException>(() => table.RequireRoomFor(Decided("more", Noon)));
        Assert.Equal(("ADJUDICATIONS_TOO_MANY", RefusalKind.ResourceExhausted), (refusal.Reason, refusal.Kind));
        Assert.Contains("20000", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Finish_orders_name_two_hundred_thousand_bibs_at_most_and_one_that_is_written_again_counts_once()
    {
        var table = new AdjudicationTable();
        for (var i = 0; i < 40; i++)
        {
            table.RequireRoomFor(Order($"o{i}"));
            table.Take(Order($"o{i}"));
            table.Take(Order($"o{i}"));
        }

        Assert.Equal("ADJUDICATIONS_TOO_MANY", Assert.Throws<RefusalException>(() => table.RequireRoomFor(Order("more"))).Reason);
        table.RequireRoomFor(Decided("other", Noon));
    }

    private static Adjudication Decided(string id, DateTimeOffset at) =>
        new() { RaceId = "race", AdjudicationId = id, Bib = "1", Disqualification = new Disqualification { RuleNumber = "TR 6.3" }, DecideTime = at.ToTimestamp() };

    private static Adjudication Order(string id) =>
        new() { RaceId = "race", AdjudicationId = id, FinishOrder = new FinishOrder { Bibs = { Enumerable.Range(1, 5_000).Select(bib => $"{bib}") } }, DecideTime = Noon.ToTimestamp() };
}
