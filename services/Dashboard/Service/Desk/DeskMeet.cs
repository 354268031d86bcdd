using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Kernel;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Desk;

/// <summary>The meet as the officials' pages name it: races, splits, waves, points, and the clock of the venue.</summary>
/// <param name="Progress">As Results knows it.</param>
/// <param name="Registered">As registered; null while Registration is away: ids stand in for names.</param>
/// <param name="PointNames">Names of timing points; empty while Timing is away.</param>
/// <param name="Now">The moment of the page.</param>
public sealed record DeskMeet(GetMeetProgressResponse Progress, Meet? Registered, IReadOnlyDictionary<string, string> PointNames, DateTimeOffset Now)
{
    /// <summary>meet_id.</summary>
    public string Id => Progress.MeetId;

    /// <summary>For people.</summary>
    public string Name => Progress.DisplayName.Length > 0 ? Progress.DisplayName : Id;

    /// <summary>Address of the meet's page.</summary>
    public string Path => $"/meets/{Id}";

    /// <summary>The venue's clock.</summary>
    public MeetClock Clock { get; } = MeetClock.Of(Progress.TimeZone);

    /// <summary>The race.</summary>
    /// <exception cref="RefusalException">The meet has none such.</exception>
    public RaceProgress Race(string raceId) => FindRace(raceId)
        ?? throw RefusalException.NotFound("RACE_UNKNOWN", "This meet has no such race. Choose one on the meet's page.");

    /// <summary>The race, or null.</summary>
    public RaceProgress? FindRace(string raceId) => Progress.Races.FirstOrDefault(race => race.RaceId == raceId);

    /// <summary>The race as registered, or null.</summary>
    public Race? RegisteredRace(string raceId) => Registered?.Races.FirstOrDefault(race => race.RaceId == raceId);

    /// <summary>Name of a race; its id where it has none.</summary>
    public string RaceName(string raceId) => FindRace(raceId)?.DisplayName is { Length: > 0 } name ? name : raceId;

    /// <summary>Name of a split; its id where it has none.</summary>
    public string SplitName(string raceId, string splitId) =>
        FindRace(raceId)?.Splits.FirstOrDefault(split => split.SplitId == splitId)?.DisplayName is { Length: > 0 } name ? name : splitId;

    /// <summary>Name of a wave; its id where it has none.</summary>
    public string WaveName(string raceId, string waveId) =>
        RegisteredRace(raceId)?.Waves.FirstOrDefault(wave => wave.WaveId == waveId)?.DisplayName is { Length: > 0 } name ? name : waveId;

    /// <summary>Name of a timing point; its id where it has none.</summary>
    public string PointName(string pointId) => PointNames.GetValueOrDefault(pointId, pointId);
}
