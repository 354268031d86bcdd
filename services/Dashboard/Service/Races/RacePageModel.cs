using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Races;

/// <summary>What both pages of a race, live and list, say around their table.</summary>
public sealed record RacePageModel(StandingsView View, GetMeetProgressResponse Progress, RaceProgress Race, Meet? Registered, DateTimeOffset Now)
{
    /// <summary>The venue's clock.</summary>
    public MeetClock Clock { get; } = MeetClock.Of(Progress.TimeZone);

    /// <summary>The meet's name.</summary>
    public string MeetName => Progress.DisplayName.Length > 0 ? Progress.DisplayName : Progress.MeetId;

    /// <summary>The race's name.</summary>
    public string RaceName => Race.DisplayName.Length > 0 ? Race.DisplayName : Race.RaceId;

    /// <summary>Splits between start and finish.</summary>
    public IReadOnlyList<SplitSummary> Splits => [.. Race.Splits.Where(split => split.DistanceM > 0).SkipLast(1)];

    /// <summary>division_id and display_name; the id stands in where Registration is away.</summary>
    public IReadOnlyList<(string Id, string Name)> Divisions =>
        [.. Race.DivisionIds.Select(id => (id, Labels.Division(RegisteredRace?.Divisions.FirstOrDefault(division => division.DivisionId == id), id, Sex.Unspecified)))];

    /// <summary>Whether non-binary runners have a division.</summary>
    public bool HasNonBinary => RegisteredRace?.Divisions.Any(division => division.Sex == Sex.NonBinary) ?? false;

    /// <summary>For example <c>Women · 10 km</c>.</summary>
    public string Title
    {
        get
        {
            var where = View.Order switch
            {
                StandingsOrder.Live => "Live order",
                StandingsOrder.Finish => "Finish",
                _ => Splits.FirstOrDefault(split => split.SplitId == View.Split)?.DisplayName is { Length: > 0 } name ? name : View.Split,
            };
            var division = View.Division.Length == 0 ? "" : " · " + Divisions.FirstOrDefault(known => known.Id == View.Division).Name;
            return $"{where} · {Labels.Group(View.Sex)}{division}";
        }
    }

    /// <summary>What the official time of this race is.</summary>
    public string Basis => RegisteredRace?.Rules?.Profile switch
    {
        RuleProfile.WorldAthletics => "Time: from the gun (World Athletics)",
        RuleProfile.Net => "Time: from the start line (net)",
        RuleProfile.NetWithGunFallback => "Time: from the start line, from the gun where the start was not measured",
        _ => "",
    };

    /// <summary>The pages of this race, below its path. What it has no rules for has no page; while Registration is away only what every race has.</summary>
    public IReadOnlyList<(string Path, string Name)> Sections =>
    [
        ("", "Standings"),
        ("/leaders", "Leaders"),
        ("/nations", "Nations"),
        .. RegisteredRace is { Awards.Count: > 0 } ? [("/awards", "Awards")] : RegisteredRace is { Records.Count: > 0 } ? [("/awards", "Records")] : Array.Empty<(string, string)>(),
        .. RegisteredRace is { Teams.Count: > 0 } ? [("/teams", "Teams")] : Array.Empty<(string, string)>(),
        .. RegisteredRace is { Relay: not null } ? [("/legs", "Relay legs")] : Array.Empty<(string, string)>(),
    ];

    /// <summary>The race as registered; null while Registration is away.</summary>
    public Race? RegisteredRace => Registered?.Races.FirstOrDefault(race => race.RaceId == Race.RaceId);
}
