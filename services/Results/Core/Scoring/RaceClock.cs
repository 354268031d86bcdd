using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Cutoffs;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Scoring;

/// <summary>What the times of a race count from and when its gates close, as of the guns recorded. Immutable.</summary>
internal sealed class RaceClock
{
    private readonly long[] _guns;

    private RaceClock(RaceDefinition race, long[] guns, Instant? firstGun) =>
        (_guns, FirstGun, Limits) = (guns, firstGun, new CourseLimits(race, firstGun));

    /// <summary>Earliest gun of the race, in whatever wave; null: none yet.</summary>
    public Instant? FirstGun { get; }

    /// <summary>When gates close.</summary>
    public CourseLimits Limits { get; }

    /// <summary>Waves it was made for.</summary>
    public int WaveCount => _guns.Length;

    /// <summary>Of a race whose guns nobody looked at yet.</summary>
    public static RaceClock Unset(RaceDefinition race) => new(race, [], null);

    /// <summary>Of a race with these waves.</summary>
    public static RaceClock Of(RaceDefinition race, IReadOnlyList<string> waveIds, MeetInputs inputs)
    {
        var guns = inputs.Guns.Where(gun => gun.Key.RaceId == race.RaceId).Select(gun => new Instant(gun.Value)).ToArray();
        return new RaceClock(
            race,
            [.. waveIds.Select(wave => inputs.Guns.TryGetValue((race.RaceId, wave), out var gun) ? gun : Moment.None)],
            guns.Length == 0 ? null : guns.Min());
    }

    /// <summary>Gun of a wave in microseconds, or <see cref="Moment.None"/>.</summary>
    public long GunOf(int wave) => _guns[wave];

    /// <summary>The same, or what a decision on a runner put in its place.</summary>
    public long GunOf(int wave, RunnerRuling? ruling) => ruling is null ? _guns[wave] : ruling.GunOver(_guns[wave]);

    /// <summary>What a ranking time counts from, or <see cref="Moment.None"/>.</summary>
    /// <param name="profile">The runner's.</param>
    /// <param name="gun">The runner's gun.</param>
    /// <param name="start">The runner's crossing of the start line.</param>
    public static long ZeroOf(RuleProfile profile, long gun, long start) => profile.CountsFromGun(hasStart: start != Moment.None) ? gun : start;
}
