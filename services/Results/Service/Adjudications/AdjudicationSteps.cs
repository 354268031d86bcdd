using Google.Protobuf;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.Adjudications;

/// <summary>Takes a recorded decision a step further, or tells what the step would change.</summary>
internal sealed class AdjudicationSteps(SettledMeets meets, AdjudicationLog adjudications)
{
    /// <summary>Takes the step once; a request id that was answered gets the same answer.</summary>
    /// <param name="step">The step.</param>
    /// <param name="preview">Whether nothing is to be written.</param>
    /// <param name="answer">From the decision after the step, its sequence (0 in a preview) and what changes in the standings.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<TAnswer> TakeAsync<TAnswer>(AdjudicationStep step, bool preview, Func<Adjudication, long, AdjudicationEffect, TAnswer> answer, CancellationToken cancellationToken)
        where TAnswer : IMessage<TAnswer>, new()
    {
        var meet = await meets.FindAsync(step.MeetId, _ => true, cancellationToken);
        var known = AdjudicationLog.Require(meet.Scorer.Adjudications.Find(step.RaceId, step.AdjudicationId), step.RaceId, step.AdjudicationId);
        if (preview)
        {
            step.Require(known);
        }

        var after = step.Apply(known);
        var effect = AdjudicationEffects.Of(meet, after);
        if (preview)
        {
            return answer(after, 0, effect);
        }

        // Checked inside the commit: a request sent again gets its first answer, though the decision cannot take the step twice.
        return await adjudications.ChangeAsync(
            new AdjudicationChange(step.MeetId, step.RaceId, step.AdjudicationId, step.RequestId, step.Name, Change),
            (changed, sequence) => answer(changed, sequence, effect),
            cancellationToken);

        Adjudication Change(Adjudication? latest)
        {
            var found = AdjudicationLog.Require(latest, step.RaceId, step.AdjudicationId);
            step.Require(found);
            return step.Apply(found);
        }
    }
}
