using RaceSystem.Kernel;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Races;

/// <summary>
/// Reads the choices in a page's address against what the race has. Only views that exist are watched, so made-up
/// addresses open no subscriptions.
/// </summary>
public static class ViewChoice
{
    /// <summary>The view that the address asks for; without <c>at</c>, live order while runners are on the course.</summary>
    /// <exception cref="RefusalException">The race has no such split, group or division.</exception>
    public static StandingsView Read(string meet, RaceProgress race, string? at, string? sex, string? division)
    {
        var split = race.Splits.FirstOrDefault(candidate => candidate.SplitId == at);
        var order = at switch
        {
            null or "" => race.FinishedCount > 0 && race.OnCourseCount == 0 ? StandingsOrder.Finish : StandingsOrder.Live,
            "finish" => StandingsOrder.Finish,
            "live" => StandingsOrder.Live,
            _ when split is not null => split == race.Splits[^1] ? StandingsOrder.Finish : StandingsOrder.Split,
            _ => throw Unknown("split", at),
        };
        var group = sex switch
        {
            null or "" => Sex.Unspecified,
            "men" => Sex.Male,
            "women" => Sex.Female,
            "non-binary" => Sex.NonBinary,
            _ => throw Unknown("group", sex),
        };
        var chosen = division ?? "";
        return chosen.Length == 0 || race.DivisionIds.Contains(chosen)
            ? new StandingsView(meet, race.RaceId, order, order == StandingsOrder.Split ? at! : "", group, chosen)
            : throw Unknown("division", chosen);
    }

    /// <summary>The word for a group in an address; empty for all.</summary>
    public static string Word(Sex sex) => sex switch
    {
        Sex.Male => "men",
        Sex.Female => "women",
        Sex.NonBinary => "non-binary",
        _ => "",
    };

    private static RefusalException Unknown(string what, string value) => RefusalException.NotFound(
        "VIEW_UNKNOWN", $"This race has no {what} ‘{(value.Length <= 64 ? value : value[..64] + "…")}’. Choose one on the race's page.");
}
