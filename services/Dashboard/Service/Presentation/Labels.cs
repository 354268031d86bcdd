using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Presentation;

/// <summary>Words of the pages for the values of the contracts.</summary>
public static class Labels
{
    /// <summary>For people: <c>Finished</c>, <c>DNF</c>.</summary>
    public static string Status(ResultStatus status) => status switch
    {
        ResultStatus.OnCourse => "On course",
        ResultStatus.Finished => "Finished",
        ResultStatus.Dns => "DNS",
        ResultStatus.Dnf => "DNF",
        ResultStatus.Dsq => "DSQ",
        ResultStatus.OverTimeLimit => "Over time limit",
        ResultStatus.NotClassified => "Not classified",
        _ => "Not started",
    };

    /// <summary>Who it is; the bib where the name is not known or not to be shown.</summary>
    public static string Name(string displayName, string bib) => displayName.Length > 0 ? displayName : $"Bib {bib}";

    /// <summary>The group a place by sex is in.</summary>
    public static string Group(Sex sex) => sex switch
    {
        Registration.V1.Sex.Male => "Men",
        Registration.V1.Sex.Female => "Women",
        Registration.V1.Sex.NonBinary => "Non-binary",
        _ => "All",
    };

    /// <summary>A division's name, with the group where it ranks the sexes apart: <c>35–39 · Women</c>.</summary>
    public static string Division(Division? division, string id, Sex sex)
    {
        var name = division?.DisplayName is { Length: > 0 } shown ? shown : id;
        return division is { RankedBySex: true } && sex != Registration.V1.Sex.Unspecified ? $"{name} · {Group(sex)}" : name;
    }

    /// <summary>Distance from the start: <c>21.0975 km</c>, <c>5 km</c>, <c>400 m</c>.</summary>
    public static string Distance(long metres) => metres < 1000
        ? FormattableString.Invariant($"{metres} m")
        : FormattableString.Invariant($"{metres / 1000m:0.####} km");

    /// <summary>A place; a dash where there is none.</summary>
    public static string Place(int place) => place > 0 ? FormattableString.Invariant($"{place}") : "–";

    /// <summary>A count with separators: <c>47,961</c>.</summary>
    public static string Count(long count) => FormattableString.Invariant($"{count:N0}");
}
