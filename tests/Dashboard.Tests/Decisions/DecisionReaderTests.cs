using Google.Protobuf.WellKnownTypes;
using RaceSystem.Dashboard.Service.Decisions;
using RaceSystem.Dashboard.Service.Desk;
using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Decisions;

public sealed class DecisionReaderTests
{
    private static readonly DeskMeet Meet = new(
        new GetMeetProgressResponse { MeetId = "m", TimeZone = "Asia/Pyongyang", RaceDay = "2025-04-06", Races = { new RaceProgress { RaceId = "marathon", DisplayName = "Marathon", Splits = { new SplitSummary { SplitId = "half", DisplayName = "Half" } } } } },
        null, new Dictionary<string, string>(), DateTimeOffset.UnixEpoch);

    private static readonly Timestamp Moment = Timestamp.FromDateTimeOffset(new DateTimeOffset(2025, 4, 6, 1, 2, 3, TimeSpan.Zero).AddMicroseconds(456_789));
    private static readonly Duration Late = Duration.FromTimeSpan(TimeSpan.FromSeconds(-61.25));

    /// <summary>One decision of each kind, and of each way to say it.</summary>
    public static IEnumerable<Adjudication> Kinds =>
    [
        new() { Disqualification = new Disqualification { RuleNumber = "TR 6.3" } },
        new() { NotClassification = new NotClassification() },
        new() { Reinstatement = new Reinstatement() },
        new() { Penalty = new Penalty { Time = Duration.FromTimeSpan(TimeSpan.FromSeconds(30)), RuleNumber = "TR 7" } },
        new() { TimeAdjustment = new TimeAdjustment { Time = Late, FromSplitId = "half" } },
        new() { CrossingOverride = new CrossingOverride { SplitId = "half", PassingTime = Moment } },
        new() { CrossingOverride = new CrossingOverride { SplitId = "half" } },
        new() { StartDecision = new StartDecision { WaveId = "w2" } },
        new() { StartDecision = new StartDecision { Offset = Late } },
        new() { StartDecision = new StartDecision { Time = Moment } },
        new() { ChipDecision = new ChipDecision { Chip = "AB12", Counts = true } },
        new() { ChipDecision = new ChipDecision { Chip = "AB12" } },
        new() { BibSwap = new BibSwap { OtherBib = "7" } },
        new() { RaceMove = new RaceMove { ToRaceId = "10k", ToWaveId = "w1" } },
        new() { FinishOrder = new FinishOrder { Bibs = { "12", "7", "F31" } } },
        new() { AnomalyDismissal = new AnomalyDismissal { AnomalyId = "late-start-1" } },
    ];

    [Fact]
    public void What_is_suggested_goes_through_the_form_unchanged_whatever_the_kind()
    {
        foreach (var kind in Kinds)
        {
            var suggested = kind.Clone();
            (suggested.RaceId, suggested.Note, suggested.DecidedBy) = ("marathon", "because", "Ri");
            suggested.Bib = DecisionKindInfo.Of(suggested)!.OfRunner ? "12" : "";
            Assert.Equal(suggested, DecisionReader.Read(DecisionReader.Write(suggested, Meet), Meet));
            Assert.NotEmpty(new DecisionText(Meet).Of(suggested));
        }

        Assert.Equal(DecisionKindInfo.All.Count, Kinds.DistinctBy(kind => kind.DecisionCase).Count()); // nothing is left out here
        Assert.Equal(System.Enum.GetValues<Adjudication.DecisionOneofCase>().Length - 1, DecisionKindInfo.All.Count); // nor on the page
    }

    [Theory]
    [InlineData("penalty", "time", "abc", "time")]
    [InlineData("penalty", "bib_number", "not a bib!", "bib_number")]
    [InlineData("disqualify", "rule", "", "rule")]
    [InlineData("crossing", "at", "", "at")]
    [InlineData("crossing", "never", "yes", "at")] // both: crossed, and not measured
    [InlineData("start", "wave", "w1", "wave")] // two ways at once
    [InlineData("order", "bibs", "12", "bibs")]
    [InlineData("chip", "counts", "", "counts")]
    [InlineData("nothing", "note", "x", "kind")]
    public void What_cannot_be_understood_is_said_beside_its_field(string kind, string field, string value, string wrong)
    {
        var whole = new Dictionary<string, string>
        {
            ["kind"] = kind, ["race"] = "marathon", ["bib_number"] = "12", ["note"] = "because", ["by"] = "Ri", ["time"] = "30", ["rule"] = "TR 1", ["split"] = "half", ["at"] = "10:00:00", ["bibs"] = "12 7", ["chip"] = "AB", ["counts"] = "yes",
        };
        whole[field] = value;
        var refusal = Assert.Throws<RefusalException>(() => DecisionReader.Read(new DecisionFields(whole), Meet));
        Assert.Contains(refusal.Violations, violation => violation.Field == wrong);
    }

    [Theory]
    [InlineData("adjudication.penalty.time", "time")]
    [InlineData("adjudication.start_decision.time", "at")]
    [InlineData("adjudication.crossing_override.passing_time", "at")]
    [InlineData("adjudication.bib", "bib_number")]
    [InlineData("adjudication.finish_order.bibs[3]", "bibs")]
    [InlineData("adjudication.decided_by", "by")]
    public void A_services_field_has_its_place_in_the_form(string path, string field) => Assert.Equal(field, DecisionFields.NameOf(path));
}
