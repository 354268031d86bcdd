using RaceSystem.Kernel;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.GetParticipantResult;

/// <summary>One runner in full, by bib.</summary>
internal sealed class GetParticipantResultHandler(KnownMeets meets)
{
    public async Task<GetParticipantResultResponse> HandleAsync(GetParticipantResultRequest request, CancellationToken cancellationToken)
    {
        if (!Bib.TryParse(request.Bib, out var bib))
        {
            throw RefusalException.Invalid("ID_INVALID", "bib", $"must be 1 to {Bib.MaxLength} letters, digits or '-'.");
        }

        var known = await meets.RequireAsync(request.MeetId, cancellationToken);
        foreach (var race in known.Standings.Races)
        {
            if (race.FindBib(bib.Text) is var runner and >= 0)
            {
                return new GetParticipantResultResponse { Result = StandingRows.ResultOf(race, runner) };
            }
        }

        throw RefusalException.NotFound("BIB_UNKNOWN", $"Nobody wears bib '{bib}' in meet '{request.MeetId}'.");
    }
}
