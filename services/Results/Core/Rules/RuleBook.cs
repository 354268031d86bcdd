using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Rules;

/// <summary>The rule profiles there are. docs/rules.md says the same with more words; a test holds them together.</summary>
public static class RuleBook
{
    private const string Transponder = "World Athletics TR 19, transponder timing (formerly IAAF Rule 165.24)";

    private static readonly RuleText[] Common =
    [
        new("rounding", "Exact times are kept to a microsecond and rounded once, when they are shown: up to the next longer whole second, or tenth where the race is held on the track; exact multiples stay.", Transponder),
        new("ties", "Nobody shares a place, or who has the same exact time does, or who has the same shown time, as the race says; shared places count 1, 2, 2, 4. Without shared places the finish crossing decides between equal times, then the bib; a judges' order goes before both.", ""),
        new("cutoff", "Who crosses a mat after its gate closed, or finishes after the time limit, is over the limit: no place at the finish, the places at earlier splits stay. Gates count from the race's first gun or from the runner's wave's, as the race says.", ""),
        new("gate", "Who is on the course before a gate is over the limit once somebody of the race is measured after it closed.", ""),
        new("division", "The division that the entry names, otherwise the first that takes the runner's sex, age on race day, country, club and attributes. Who has no known fact belongs to no division that asks for it, and keeps every other place.", ""),
        new("separate", "A separate division is ranked among itself alone; an additional list takes every runner who fits and changes no other place.", ""),
        new("status", "Disqualified, not classified and over the limit: no place at the finish. Did not finish: the places at the splits stay.", ""),
    ];

    /// <summary>Every profile.</summary>
    public static IReadOnlyList<ProfileRules> Profiles { get; } =
    [
        Of(RuleProfile.WorldAthletics, "WORLD_ATHLETICS", "Gun time", "Ranked by the exact time from the gun of the runner's wave to the finish line. The time from the start line is told, but does not rank.", Transponder),
        Of(RuleProfile.Net, "NET", "Net time", "Ranked by the exact time from the start line to the finish line. Without a start read there is no time and no place.", ""),
        Of(RuleProfile.NetWithGunFallback, "NET_WITH_GUN_FALLBACK", "Net time, gun time where the start is missing", "Ranked by the exact time from the start line to the finish line; from the gun where the start was not read.", ""),
        Of(RuleProfile.EliteGun, "ELITE_GUN", "Gun time for the elite field, net time for the others", "Runners of an elite wave or division are ranked by the gun time, all others by the net time, or the gun time where the start was not read, in one order.", Transponder),
    ];

    /// <summary>The rules of a profile.</summary>
    public static ProfileRules Of(RuleProfile profile) => Profiles[(int)profile];

    private static ProfileRules Of(RuleProfile profile, string id, string title, string basis, string source) =>
        new(id, 1, profile, title, [new RuleText("basis", basis, source), .. Common]);
}
