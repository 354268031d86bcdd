namespace RaceSystem.Registration.Core.Meets;

/// <summary>A relay's runners change at splits between the start and the finish, in the order of the course.</summary>
internal static class RelayRule
{
    public static void Check(Race race, string field, Violations violations)
    {
        if (race.ExchangeSplitIds.Count > MeetLimits.RelayExchanges)
        {
            violations.Add(field, Reasons.RelayInvalid, $"has {race.ExchangeSplitIds.Count} exchanges; at most {MeetLimits.RelayExchanges}.");
            return;
        }

        var before = 0;
        for (var i = 0; i < race.ExchangeSplitIds.Count; i++)
        {
            var visit = race.Course.TakeWhile(known => known.SplitId != race.ExchangeSplitIds[i]).Count();
            if (visit <= before || visit >= race.Course.Count - 1)
            {
                violations.Add($"{field}[{i}]", Reasons.RelayInvalid, $"'{race.ExchangeSplitIds[i]}' is no split of the course after the exchange before; name splits between start and finish in their order.");
                return;
            }

            before = visit;
        }
    }
}
