using System.Globalization;
using RaceSystem.Racectl.CommandLine;

namespace RaceSystem.Racectl.Replay;

/// <summary>What a replay tells at its end.</summary>
internal sealed record ReplayReport(
    ReplayOptions Options, ReplayPlan Plan, long Reads, TimeSpan Upload, TimeSpan Applied, TimeSpan Total, PublishedCheck Check)
{
    public double ReadsPerSecond => Reads / Math.Max(0.001, Upload.TotalSeconds);

    public void Write(Terminal terminal)
    {
        SayDifferences(terminal);
        terminal.Answer(Text(), Values());
    }

    /// <summary>The same for programs.</summary>
    public Dictionary<string, object?> Values() => new()
    {
        ["meet"] = Options.MeetId,
        ["race"] = Plan.RaceId,
        ["runners"] = Plan.File.Rows.Count,
        ["crossings"] = Plan.CrossingCount,
        ["reads"] = Reads,
        ["uploadSeconds"] = Math.Round(Upload.TotalSeconds, 3),
        ["readsPerSecond"] = Math.Round(ReadsPerSecond),
        ["appliedSeconds"] = Math.Round(Applied.TotalSeconds, 3),
        ["totalSeconds"] = Math.Round(Total.TotalSeconds, 3),
        ["ranked"] = Check.Ranked,
        ["asPublished"] = Check.AsPublished,
        ["out"] = Options.OutFile,
    };

    /// <summary>Tells a person what did not come out as published.</summary>
    public void SayDifferences(Terminal terminal)
    {
        if (Check.AsPublished < Check.Ranked)
        {
            terminal.Say("Not as published, for example:");
            foreach (var example in Check.Examples)
            {
                terminal.Say("  " + example);
            }
        }
    }

    public string Text() => string.Join('\n', new[]
    {
        string.Create(CultureInfo.InvariantCulture, $"{Reads} reads uploaded in {Upload.TotalSeconds:0.0} s, {ReadsPerSecond:0} reads/s; in the standings after {Applied.TotalSeconds:0.0} s; {Total.TotalSeconds:0.0} s in all."),
        $"{Check.AsPublished} of {Check.Ranked} ranked rows have the published time and places.",
        Options.OutFile is { } path ? $"Results in {path}." : "",
    }.Where(line => line.Length > 0));
}
