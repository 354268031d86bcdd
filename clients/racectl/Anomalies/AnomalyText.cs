using System.Text;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Anomalies;

/// <summary>Anomalies for people and for programs.</summary>
internal static class AnomalyText
{
    /// <summary>All kinds there are.</summary>
    public static IEnumerable<AnomalyKind> Kinds => Enum.GetValues<AnomalyKind>().Where(kind => kind != AnomalyKind.Unspecified);

    /// <summary>A kind or state in lower case with dashes.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum
    {
        var text = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            text.Append(char.IsUpper(letter) && text.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    public static AnomalySeverity SeverityOf(string word) => word switch
    {
        "severe" => AnomalySeverity.Severe,
        "warning" => AnomalySeverity.Warning,
        _ => AnomalySeverity.Notice,
    };

    public static void Write(Terminal terminal, IReadOnlyCollection<Anomaly> anomalies, bool withEvidence)
    {
        var console = terminal.OutputConsole();
        foreach (var anomaly in anomalies)
        {
            var state = anomaly.State == AnomalyState.Open ? "" : $" ({Word(anomaly.State)}: {anomaly.AdjudicationId})";
            console.WriteLine($"{Word(anomaly.Severity)}  {Word(anomaly.Kind)}  {anomaly.Summary}{state}");
            console.WriteLine($"    id {anomaly.AnomalyId}{(anomaly.RaceId.Length > 0 ? $", race {anomaly.RaceId}" : "")}");
            foreach (var suggestion in anomaly.Suggestions)
            {
                console.WriteLine($"    decide: {Word(suggestion.DecisionCase)} for bib {suggestion.Bib} in {suggestion.RaceId}: {suggestion.Note}");
            }

            foreach (var reading in withEvidence ? anomaly.Evidence : [])
            {
                console.WriteLine($"    {Moments.Text(reading.Time)}  {reading.TimingPointId}  {(reading.Bib.Length > 0 ? $"bib {reading.Bib}  " : "")}{(reading.Chip.Length > 0 ? $"chip {reading.Chip}  " : "")}{reading.Text}");
            }
        }

        console.WriteLine(anomalies.Count == 0 ? "Nothing found that does not add up." : anomalies.Count == 1 ? "1 anomaly." : $"{anomalies.Count} anomalies.");
    }

    public static object Json(Anomaly anomaly) => new
    {
        id = anomaly.AnomalyId,
        kind = Word(anomaly.Kind),
        severity = Word(anomaly.Severity),
        state = Word(anomaly.State),
        race = anomaly.RaceId,
        bibs = anomaly.Bibs,
        summary = anomaly.Summary,
        adjudication = anomaly.AdjudicationId,
        evidence = anomaly.Evidence.Select(reading => new { point = reading.TimingPointId, bib = reading.Bib, chip = reading.Chip, time = Moments.Text(reading.Time), text = reading.Text }),
        suggestions = anomaly.Suggestions.Select(suggestion => new { race = suggestion.RaceId, bib = suggestion.Bib, decision = Word(suggestion.DecisionCase), note = suggestion.Note }),
    };
}
