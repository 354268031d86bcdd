using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Adjudications;

/// <summary><c>racectl adjudicate revoke</c>.</summary>
internal static class RevokeCommand
{
    public static Command Create(GlobalOptions options)
    {
        var (id, meet, race, by, note, preview) = (AdjudicationOptions.Id(), CommonOptions.Meet(), CommonOptions.Race(), AdjudicationOptions.By(), AdjudicationOptions.Note(), AdjudicationOptions.Preview());
        var command = new Command("revoke", "Takes a decision back; it stays in the list.") { id, meet, race, by, note, preview };
        return command.Does(options, async (context, parse) =>
        {
            var request = new RevokeAdjudicationRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                RaceId = parse.GetRequiredValue(race),
                AdjudicationId = parse.GetRequiredValue(id),
                RevokedBy = parse.GetRequiredValue(by),
                Note = parse.GetRequiredValue(note),
                RequestId = $"{Guid.NewGuid():n}",
                Preview = parse.GetValue(preview),
            };
            var response = await context.Client.Results.RevokeAdjudicationAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
            AdjudicationText.Answer(context.Terminal, request.Preview ? "would be revoked" : "is revoked", request.Preview, response.Adjudication, response.Effect);
            return ExitCode.Ok;
        });
    }
}
