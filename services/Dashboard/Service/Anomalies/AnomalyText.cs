using System.Text;
using RaceSystem.Dashboard.Service.Desk;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Anomalies;

/// <summary>Anomalies in words.</summary>
public static class AnomalyText
{
    /// <summary>All kinds there are.</summary>
    public static IReadOnlyList<AnomalyKind> Kinds { get; } = [.. Enum.GetValues<AnomalyKind>().Where(kind => kind != AnomalyKind.Unspecified)];

    /// <summary>In addresses, and the beginning of ids: <c>swapped-bibs</c>.</summary>
    public static string Word(AnomalyKind kind)
    {
        var text = new StringBuilder();
        foreach (var letter in kind.ToString())
        {
            text.Append(char.IsUpper(letter) && text.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    /// <summary>For people.</summary>
    public static string Title(AnomalyKind kind) => kind switch
    {
        AnomalyKind.MissingGun => "Missing gun",
        AnomalyKind.UnknownChip => "Unknown chip",
        AnomalyKind.UnknownBib => "Unknown bib",
        AnomalyKind.SharedBib => "Bib of two runners",
        AnomalyKind.SharedChip => "Chip of two runners",
        AnomalyKind.ChipsTogether => "Two chips together everywhere",
        AnomalyKind.ChipsDisagree => "Chips of a runner disagree",
        AnomalyKind.SwappedBibs => "Swapped bibs",
        AnomalyKind.WrongRace => "In another race",
        AnomalyKind.AnotherWave => "In another wave",
        AnomalyKind.EarlyStart => "Early start",
        AnomalyKind.LateStart => "Late start",
        AnomalyKind.FinishWithoutStart => "Finish without start",
        AnomalyKind.ImpossibleLeg => "Impossible leg",
        AnomalyKind.StatusContradictsReads => "Status contradicts reads",
        AnomalyKind.WithdrawnButRead => "Withdrawn, but read",
        AnomalyKind.MissingSex => "Sex missing",
        AnomalyKind.MissingAge => "Age missing",
        AnomalyKind.MissingCountry => "Country missing",
        _ => "Something that these pages do not know",
    };

    /// <summary>For people.</summary>
    public static string Title(AnomalySeverity severity) => severity switch
    {
        AnomalySeverity.Severe => "Severe",
        AnomalySeverity.Warning => "Warning",
        _ => "Notice",
    };

    /// <summary>The race whose log a decision on an anomaly goes to: a dismissal needs one, and an anomaly may be of none.</summary>
    public static string RaceToDecideIn(Anomaly anomaly, DeskMeet meet)
    {
        ArgumentNullException.ThrowIfNull(anomaly);
        ArgumentNullException.ThrowIfNull(meet);
        return anomaly.RaceId.Length > 0 ? anomaly.RaceId
            : anomaly.Suggestions.FirstOrDefault(suggestion => suggestion.RaceId.Length > 0)?.RaceId
            ?? (meet.Progress.Races.Count > 0 ? meet.Progress.Races[0].RaceId : "");
    }
}
