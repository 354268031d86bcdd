using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Core.Entries;

/// <summary>Checks the runners of a relay team.</summary>
internal static class RelayReading
{
    public static ValueList<RelayRunner> Read(IReadOnlyList<RelayRunner> runners, RaceCatalog? race, Violations violations)
    {
        if (runners.Count == 0)
        {
            return [];
        }

        var legs = race is null ? EntryLimits.RelayRunners : race.Race.ExchangeSplitIds.Count is var exchanges and > 0 ? exchanges + 1 : 0;
        if (runners.Count > legs)
        {
            violations.Add("relay_runners", Reasons.RelayInvalid, legs == 0
                ? "is set, but the race is no relay; leave it out, or give the race its exchanges."
                : $"has {runners.Count} runners; the race has {legs} legs.");
            return [];
        }

        return ValueList.From(runners.Select((runner, i) => ReadOne(runner, $"relay_runners[{i}]", violations)));
    }

    private static RelayRunner ReadOne(RelayRunner runner, string field, Violations violations)
    {
        if (!Enum.IsDefined(runner.Sex))
        {
            violations.Add($"{field}.sex", Reasons.EnumInvalid, $"{(int)runner.Sex} is not known to this version; leave it out when it is unknown.");
        }

        if (runner.Age is < 0 or > EntryLimits.MaxAge)
        {
            violations.Add($"{field}.age", Reasons.AgeInvalid, $"is {runner.Age}; ages are 1 to {EntryLimits.MaxAge}, 0 means unknown.");
        }

        return runner with { DisplayName = TextRule.Read(runner.DisplayName, EntryLimits.RelayNameLength, $"{field}.display_name", violations) };
    }
}
