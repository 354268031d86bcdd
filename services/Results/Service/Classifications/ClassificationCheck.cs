using System.Security.Cryptography;
using System.Text;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.V1;
using Anomaly = RaceSystem.Results.Core.Anomalies.Anomaly;
using AnomalySeverity = RaceSystem.Results.Core.Anomalies.AnomalySeverity;
using AnomalyState = RaceSystem.Results.Core.Anomalies.AnomalyState;

namespace RaceSystem.Results.Service.Classifications;

/// <summary>
/// Lists what is open in a race before its results are published. An item's id names the finding with what it is made of: an
/// item that was accepted and has changed since is another one.
/// </summary>
internal static class ClassificationCheck
{
    private const int MaxBibs = 100;

    /// <summary>Most items in an answer, so that it fits a message.</summary>
    public const int MaxItems = 5_000;

    /// <summary>All items of a race, the blocking ones first.</summary>
    /// <exception cref="RefusalException">There is no such race (<c>RACE_UNKNOWN</c>).</exception>
    public static IReadOnlyList<CheckItem> Of(MeetLook look, string meetId, string raceId)
    {
        var race = look.Standings.Find(raceId) ?? throw KnownMeets.RaceUnknown(meetId, raceId);
        var items = new List<CheckItem>();
        items.AddRange(look.Away.Select(owner => Item(CheckItemKind.LogBehind, true, "log-behind", owner, $"'{owner}' could not be asked whether it holds more than is known here.", [])));
        items.AddRange(look.Unreadable.Select(record => Item(
            CheckItemKind.RecordUnreadable, true, "record-unreadable", $"{record.Owner}/{record.Key}/{record.Sequence}", $"Record {record.Key} (sequence {record.Sequence}) of '{record.Owner}' cannot be read and does not count.", [])));
        AddStart(race, items);
        AddOnCourse(race, items);
        items.AddRange(look.OpenAppeals.Where(appeal => appeal.RaceId == raceId).Select(AppealItem));
        items.AddRange(look.Anomalies.Where(anomaly => anomaly.State == AnomalyState.Open && anomaly.Concerns(raceId)).Select(AnomalyItem));
        return [.. items.OrderByDescending(item => item.Blocking)];
    }

    private static CheckItem AnomalyItem(Anomaly anomaly) =>
        Item(CheckItemKind.AnomalyOpen, anomaly.Severity == AnomalySeverity.Severe, "anomaly", anomaly.AnomalyId, $"{anomaly.Summary} Anomaly {anomaly.AnomalyId}.", anomaly.Bibs);

    private static CheckItem AppealItem(Adjudication appeal) =>
        Item(CheckItemKind.AppealOpen, true, "appeal", $"{appeal.AdjudicationId}", $"The appeal against decision '{appeal.AdjudicationId}' is not decided.", appeal.Bib.Length > 0 ? [appeal.Bib] : []);

    private static void AddStart(RaceStandings race, List<CheckItem> items)
    {
        if (race.RunnerCount > 0 && race.FirstGun is null)
        {
            items.Add(Item(CheckItemKind.GunMissing, true, "gun-missing", race.Race.RaceId, "No gun is recorded for the race.", []));
        }
    }

    private static void AddOnCourse(RaceStandings race, List<CheckItem> items)
    {
        var bibs = Enumerable.Range(0, race.RunnerCount).Where(runner => race.StatusOf(runner) == Core.Scoring.ResultStatus.OnCourse).Select(runner => race.EntryOf(runner).Bib).ToArray();
        if (bibs.Length > 0)
        {
            items.Add(Item(CheckItemKind.RunnersOnCourse, true, "on-course", string.Join('\n', bibs), $"{(bibs.Length == 1 ? "1 runner" : $"{bibs.Length} runners")} started: neither finished nor declared out.", bibs));
        }
    }

    private static CheckItem Item(CheckItemKind kind, bool blocking, string name, string subject, string message, IReadOnlyList<string> bibs)
    {
        var item = new CheckItem { ItemId = IdOf(name, subject), Kind = kind, Blocking = blocking, Message = message, BibCount = bibs.Count };
        item.Bibs.AddRange(bibs.Take(MaxBibs));
        return item;
    }

    private static string IdOf(string name, string subject) => $"{name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)).AsSpan(0, 6))}";
}
