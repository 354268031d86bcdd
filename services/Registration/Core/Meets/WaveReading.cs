namespace RaceSystem.Registration.Core.Meets;

/// <summary>Checks the waves of a race. There is at least one: the gun of a runner is the gun of a wave.</summary>
internal static class WaveReading
{
    public static ValueList<Wave> Read(IReadOnlyList<Wave> waves, string field, Violations violations)
    {
        if (waves.Count is 0 or > MeetLimits.Waves)
        {
            violations.Add(field, Reasons.WaveInvalid, $"has {waves.Count} waves; a race has 1 to {MeetLimits.Waves}, the first takes the entries that name none.");
            return [];
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        return ValueList.From(waves.Select((wave, i) =>
        {
            IdRule.Check(wave.WaveId, $"{field}[{i}].wave_id", violations);
            if (!ids.Add(wave.WaveId))
            {
                violations.Add($"{field}[{i}].wave_id", Reasons.WaveInvalid, $"'{wave.WaveId}' names an earlier wave; a wave id is unique in its race.");
            }

            return wave with { DisplayName = TextRule.Read(wave.DisplayName, MeetLimits.DisplayNameLength, $"{field}[{i}].display_name", violations) };
        }));
    }
}
