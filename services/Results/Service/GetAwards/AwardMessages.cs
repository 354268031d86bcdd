using RaceSystem.Registration.V1;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Finishes;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.GetAwards;

/// <summary>Awards and records as the contract shows them.</summary>
internal static class AwardMessages
{
    public static AwardList Of(RaceStandings race, Core.Awards.AwardList list)
    {
        var message = new AwardList
        {
            AwardId = list.Rule.AwardId,
            DisplayName = list.Rule.DisplayName,
            DivisionId = list.DivisionId,
            Sex = StandingRows.SexOf(list.Sex),
            Basis = BasisOf(list.Rule.Basis),
            Depth = list.Rule.Depth,
        };
        message.Winners.AddRange(list.Winners.Select(winner => new AwardWinner { Place = winner.Place, Standing = FinishRows.Of(race, winner.Runner), Time = FinishRows.ToDuration(winner.Time) }));
        message.PassedOver.AddRange(list.PassedOver.Select(passed => new PassedOver { Bib = race.EntryOf(passed.Runner).Bib, AwardId = passed.AwardId }));
        return message;
    }

    public static RecordOutcome Of(RaceStandings race, Core.Records.RecordOutcome outcome)
    {
        var message = new RecordOutcome
        {
            Record = Of(outcome.Record),
            State = outcome.Marks.Count == 0 ? RecordState.Stands : outcome.Marks[0].Breaks ? RecordState.Broken : RecordState.Equalled,
        };
        message.Marks.AddRange(outcome.Marks.Select(mark => new RecordMark { Standing = FinishRows.Of(race, mark.Runner), Time = FinishRows.ToDuration(mark.Time), Breaks = mark.Breaks }));
        return message;
    }

    private static StandingRecord Of(Core.Races.StandingRecord record) => new()
    {
        RecordId = record.RecordId,
        DisplayName = record.DisplayName,
        Sex = StandingRows.SexOf(record.Sex),
        DivisionId = record.DivisionId,
        Country = record.Country,
        Time = FinishRows.ToDuration(record.Time),
        Holder = record.Holder,
        When = record.When,
    };

    private static AwardBasis BasisOf(Core.Races.AwardBasis basis) => basis switch
    {
        Core.Races.AwardBasis.Gun => AwardBasis.Gun,
        Core.Races.AwardBasis.Net => AwardBasis.Net,
        _ => AwardBasis.Unspecified,
    };
}
