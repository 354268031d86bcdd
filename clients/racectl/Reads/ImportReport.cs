using System.Globalization;
using RaceSystem.Racectl.CommandLine;

namespace RaceSystem.Racectl.Reads;

/// <summary>What an import tells at its end.</summary>
internal sealed record ImportReport(ImportReadsOptions Options, DeclaredTimes Times, IReadOnlyList<string> Created, ImportTally Tally, long Accepted, long Held)
{
    /// <summary>Rejected lines are listed and no failure; a file in which nothing makes sense is no file of this format.</summary>
    public int ExitCode => Tally.Reads + Tally.Markers == 0 && Tally.Rejected > 0 ? CommandLine.ExitCode.Usage : CommandLine.ExitCode.Ok;

    private long NotShown => Tally.Rejected - Tally.Shown.Count;

    public void Write(Terminal terminal) => terminal.Answer(Text(), new
    {
        file = Options.File,
        format = Options.Protocol.Name,
        meet = Options.MeetId,
        devices = Options.Places.All.Select(place => new { point = place.PointId, device = place.DeviceId }),
        created = Created,
        timeZone = Times.Zone.Id,
        timeZoneFrom = Times.ZoneFrom,
        date = Times.DateText,
        dateFrom = Times.DateFrom,
        reads = Tally.Reads,
        accepted = Accepted,
        duplicate = Tally.Reads - Accepted,
        rejected = Tally.Rejected,
        markers = Tally.Markers,
        chips = Tally.Chips,
        quarantined = Held,
        rejectedLines = Tally.Shown.Select(line => new { line = line.Line, location = line.Location, reason = line.Reason, text = line.Text }),
        rejectedLinesNotShown = NotShown,
    });

    private string Text()
    {
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{Tally.Reads} reads: {Accepted} accepted, {Tally.Reads - Accepted} duplicate; {Tally.Rejected} rejected; {Tally.Markers} markers; {Tally.Chips} chips."),
            Times.ToString(),
        };
        if (Created.Count > 0)
        {
            lines.Add($"Created: {string.Join(", ", Created)}.");
        }

        if (Held > 0)
        {
            lines.Add($"{Held} reads of the device have times that cannot be right and wait in quarantine: racectl timing quarantine list --meet {Options.MeetId}.");
        }

        if (Tally.Rejected > 0)
        {
            lines.Add("Rejected:");
            lines.AddRange(Tally.Shown.Select(line => $"  line {line.Line}: {line.Reason}{(line.Text.Length > 0 ? $": {line.Text}" : "")}"));
        }

        if (NotShown > 0)
        {
            lines.Add($"  and {NotShown} more.");
        }

        if (ExitCode != CommandLine.ExitCode.Ok)
        {
            lines.Add($"Nothing in {Options.File} makes sense as {Options.Protocol.Name}: is it another format?");
        }

        return string.Join('\n', lines);
    }
}
