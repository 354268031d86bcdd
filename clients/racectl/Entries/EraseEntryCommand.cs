using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Registration.V1;

namespace RaceSystem.Racectl.Entries;

/// <summary><c>racectl entries erase</c>.</summary>
internal static class EraseEntryCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = CommonOptions.Meet();
        var entry = new Option<string>("--entry") { Description = "The entry.", HelpName = "ID", Required = true };
        var sure = new Option<bool>("--yes") { Description = "It cannot be taken back: without this nothing is erased." };
        var command = new Command("erase", "Erases the person of an entry for good; bib, times and places stay, and published results still verify.") { meet, entry, sure };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(sure))
            {
                result.AddError("Nothing was erased: say --yes to erase the person for good.");
            }
        });
        return command.Does(options, async (context, parse) =>
        {
            var request = new EraseParticipantRequest { MeetId = parse.GetRequiredValue(meet), EntryId = parse.GetRequiredValue(entry), RequestId = Guid.NewGuid().ToString("N") };
            var answer = await context.Client.Registration.EraseParticipantAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer($"The person of entry {answer.Entry.EntryId} is erased; bib {answer.Entry.Bib} stays.", new { answer.Entry.EntryId, answer.Entry.Bib });
            return ExitCode.Ok;
        });
    }
}
