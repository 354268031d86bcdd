using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Service.Classifications;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.CheckClassification;

/// <summary>What is open in a race, as of everything the logs hold at this moment.</summary>
internal sealed class CheckClassificationHandler(KnownMeets meets, ClassificationDrafts drafts, ClassificationStore store)
{
    public async Task<CheckClassificationResponse> HandleAsync(CheckClassificationRequest request, CancellationToken cancellationToken)
    {
        var (meet, _) = await meets.RequireRaceAsync(request.MeetId, request.RaceId, cancellationToken);
        var items = ClassificationCheck.Of(await drafts.LookAsync(request.MeetId, meet.Standings, cancellationToken), request.MeetId, request.RaceId);
        var latest = await store.FindLatestAsync(request.MeetId, request.RaceId, cancellationToken);
        var response = new CheckClassificationResponse { TotalCount = items.Count };
        response.Items.AddRange(items.Take(ClassificationCheck.MaxItems));
        response.AllowedStates.AddRange(ClassificationStates.Next(latest?.Header.State).Select(ClassificationWire.StateOf));
        return response;
    }
}
