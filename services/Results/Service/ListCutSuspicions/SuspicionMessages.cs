using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.ListAnomalies;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.V1;
using CutSuspicion = RaceSystem.Results.Core.Plausibility.CutSuspicion;
using MissedMat = RaceSystem.Results.Core.Plausibility.MissedMat;

namespace RaceSystem.Results.Service.ListCutSuspicions;

/// <summary>Suspicions as the contract shows them.</summary>
internal static class SuspicionMessages
{
    public static V1.CutSuspicion Of(RaceStandings race, CutSuspicion suspicion, Core.Anomalies.Anomaly anomaly)
    {
        var row = StandingRows.Of(race, suspicion.Runner, -1, default);
        var (from, to) = (race.Race.Visits[suspicion.FromVisit], race.Race.Visits[suspicion.ToVisit]);
        var message = new V1.CutSuspicion
        {
            EntryId = row.EntryId,
            Bib = row.Bib,
            DisplayName = row.DisplayName,
            Status = row.Status,
            Probability = suspicion.Probability,
            FromSplitId = from.SplitId,
            ToSplitId = to.SplitId,
            DistanceM = to.DistanceM - from.DistanceM,
            FromTime = suspicion.FromTime.ToTimestamp(),
            ToTime = suspicion.ToTime.ToTimestamp(),
            Elapsed = Duration.FromTimeSpan((suspicion.ToTime - suspicion.FromTime).ToTimeSpan()),
            ExpectedElapsed = new Duration { Seconds = suspicion.Expected.CeilingSeconds() },
            SkippedM = suspicion.SkippedM,
            SkippedLowM = suspicion.SkippedLowM,
            SkippedHighM = suspicion.SkippedHighM,
            FasterShare = suspicion.FasterShare,
            ComparedCount = suspicion.Compared,
            AnomalyId = anomaly.AnomalyId,
            State = AnomalyMessages.StateOf(anomaly.State),
            AdjudicationId = anomaly.AdjudicationId,
        };
        message.MissedMats.AddRange(suspicion.MissedMats.Select(mat => Of(race, mat)));
        return message;
    }

    private static V1.MissedMat Of(RaceStandings race, MissedMat mat) => new()
    {
        SplitId = race.Race.Visits[mat.Visit].SplitId,
        TimingPointId = race.Race.Visits[mat.Visit].TimingPointId,
        MinuteTime = mat.Minute.ToTimestamp(),
        OtherCount = mat.Others,
        OtherReadCount = mat.OthersRead,
        MissProbability = mat.MissProbability,
    };
}
