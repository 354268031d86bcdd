using RaceSystem.Kernel;
using RaceSystem.Results.Core.Explanations;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.ExplainResult;

/// <summary>Why one runner's result is what it is (invariant 5), by bib, with the reads that Timing made the passings of.</summary>
internal sealed class ExplainResultHandler(KnownMeets meets, TimingEvidence timing)
{
    public async Task<ExplainResultResponse> HandleAsync(ExplainResultRequest request, CancellationToken cancellationToken)
    {
        if (!Bib.TryParse(request.Bib, out var bib))
        {
            throw RefusalException.Invalid("ID_INVALID", "bib", $"must be 1 to {Bib.MaxLength} letters, digits or '-'.");
        }

        var known = await meets.RequireAsync(request.MeetId, cancellationToken);
        var explanation = Explain(known, bib.Text)
            ?? throw RefusalException.NotFound("BIB_UNKNOWN", $"Nobody wears bib '{bib}' in meet '{request.MeetId}'.");
        var evidence = request.WithoutReads ? RunnerEvidence.None : await timing.OfAsync(request.MeetId, explanation, cancellationToken);
        return ExplanationMessages.Of(explanation, evidence);
    }

    private static ResultExplanation? Explain(KnownMeet known, string bib)
    {
        foreach (var race in known.Standings.Races)
        {
            if (race.FindBib(bib) >= 0 && known.Scorer.Explain(race.Race.RaceId, bib) is { } explanation)
            {
                return explanation;
            }
        }

        return null;
    }
}
