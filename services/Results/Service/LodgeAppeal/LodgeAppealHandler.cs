using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Results.Service.Adjudications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.LodgeAppeal;

/// <summary>Appeals against a decision; it stands until the appeal is decided.</summary>
internal sealed class LodgeAppealHandler(SettledMeets meets, AdjudicationLog adjudications, TimeProvider time)
{
    private const int MaxGroundsLength = 2_000;
    private static readonly TimeSpan DefaultTime = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(366);

    public async Task<LodgeAppealResponse> HandleAsync(LodgeAppealRequest request, CancellationToken cancellationToken)
    {
        Identifier.Require(request.RaceId, "race_id");
        Identifier.Require(request.AdjudicationId, "adjudication_id");
        AdjudicationForm.RequireText(request.LodgedBy, "lodged_by", AdjudicationForm.MaxPersonLength);
        AdjudicationForm.RequireText(request.Grounds, "grounds", MaxGroundsLength);
        await meets.FindAsync(request.MeetId, _ => true, cancellationToken);
        return await adjudications.ChangeAsync(
            new AdjudicationChange(
                request.MeetId,
                request.RaceId,
                request.AdjudicationId,
                request.RequestId,
                "appealed",
                latest => Appealed(AdjudicationLog.Require(latest, request.RaceId, request.AdjudicationId), request)),
            (appealed, sequence) => new LodgeAppealResponse { Adjudication = appealed, ResultsSequence = sequence },
            cancellationToken);
    }

    private Adjudication Appealed(Adjudication standing, LodgeAppealRequest request)
    {
        AdjudicationStates.RequireAppealable(standing);
        var now = time.GetUtcNow();
        return new Adjudication(standing)
        {
            Appeal = new Appeal
            {
                State = AppealState.Lodged,
                LodgedBy = request.LodgedBy,
                LodgeTime = Timestamp.FromDateTimeOffset(now),
                Deadline = DeadlineOf(request.Deadline, now),
                Grounds = request.Grounds,
            },
        };
    }

    private static Timestamp DeadlineOf(Timestamp? deadline, DateTimeOffset now)
    {
        var last = Timestamp.FromDateTimeOffset(now + LongestTime);
        if (deadline is null)
        {
            return Timestamp.FromDateTimeOffset(now + DefaultTime);
        }

        return deadline > Timestamp.FromDateTimeOffset(now) && deadline <= last
            ? deadline
            : throw RefusalException.Invalid("DEADLINE_INVALID", "deadline", $"must be after now and at most {LongestTime.TotalDays:0} days ahead.");
    }
}
