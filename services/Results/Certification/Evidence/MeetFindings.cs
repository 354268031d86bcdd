using RaceSystem.Results.Core.Anomalies;
using RaceSystem.Results.Core.Plausibility;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Records;
using RaceSystem.Results.V1;
using Anomaly = RaceSystem.Results.Core.Anomalies.Anomaly;

namespace RaceSystem.Results.Certification.Evidence;

/// <summary>
/// What is open in a meet by the records of its logs as they are, persons included. Evidence names nobody, so a missing
/// country or two of a club who swapped bibs cannot be found in it; and the live scoring moves on while evidence is
/// collected. So whoever publishes gives each record to both, and whoever checks to this one alone: the same records, the
/// same findings, whatever comes meanwhile. Not safe to share between threads.
/// </summary>
public sealed class MeetFindings
{
    /// <summary>Most unreadable records that are named.</summary>
    private const int MaxUnreadable = 1_000;

    private readonly MeetScoring _scoring = new();
    private readonly RegistrationRecordReader _registration = new();
    private readonly TimingRecordReader _timing = new();
    private readonly List<UnreadableRecord> _unreadable = [];
    private readonly List<Adjudication> _appeals = [];

    /// <summary>Records that do not count because they cannot be read, the first ones of them.</summary>
    public IReadOnlyList<UnreadableRecord> Unreadable => _unreadable;

    /// <summary>Adjudications with an appeal that is not decided yet.</summary>
    public IReadOnlyList<Adjudication> OpenAppeals => _appeals;

    /// <summary>Takes the latest record of a key of one of <see cref="EvidenceOwners.All"/>, in any order.</summary>
    public void Take(string owner, long sequence, string key, ReadOnlyMemory<byte> value)
    {
        try
        {
            Read(owner, value.Span);
        }
        catch (Exception error) when (EvidenceScoring.IsUnreadable(error))
        {
            if (_unreadable.Count < MaxUnreadable)
            {
                _unreadable.Add(new UnreadableRecord(owner, key, sequence));
            }
        }
    }

    /// <summary>What does not add up, and the standings it was found in.</summary>
    /// <param name="live">The newest standings: what is judged there already of the same crossings is not judged again. Null: none.</param>
    public (MeetStandings Standings, IReadOnlyList<Anomaly> Anomalies) Find(MeetStandings? live = null)
    {
        _scoring.Rescore();
        var standings = _scoring.Snapshot(default);
        foreach (var race in standings.Races)
        {
            if (live?.Find(race.Race.RaceId) is { } same)
            {
                RacePlausibility.Share(same, race);
            }
        }

        return (standings, MeetAnomalies.Of(_scoring));
    }

    private void Read(string owner, ReadOnlySpan<byte> value)
    {
        switch (owner)
        {
            case EvidenceOwners.Registration:
                _registration.Read(value, _scoring);
                break;
            case EvidenceOwners.Timing:
                _timing.Read(value, _scoring);
                break;
            default:
                var record = ResultsRecord.Parser.ParseFrom(value);
                ResultsRecordReader.Take(record, _scoring);
                if (record.Adjudication is { Appeal.State: AppealState.Lodged, Revocation: null } appealed)
                {
                    _appeals.Add(appealed);
                }

                break;
        }
    }
}
