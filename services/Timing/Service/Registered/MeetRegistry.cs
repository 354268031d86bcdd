using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;

namespace RaceSystem.Timing.Service.Registered;

/// <summary>Answers what exists in Registration; asks it before refusing, since the copy may lag behind.</summary>
internal sealed class MeetRegistry(RegisteredMeets meets, [FromKeyedServices("timing:registration")] IChangelogFollower follower)
{
    /// <summary>The meet, or a refusal <c>MEET_UNKNOWN</c>.</summary>
    internal async Task<RegisteredMeet> RequireMeetAsync(string meetId, CancellationToken cancellationToken)
    {
        Identifier.Require(meetId, "meet_id");
        if (meets.Find(meetId) is { IsKnown: true } known)
        {
            return known;
        }

        await follower.CatchUpAsync(meetId, cancellationToken);
        return meets.Find(meetId) is { IsKnown: true } found
            ? found
            : throw RefusalException.NotFound("MEET_UNKNOWN", $"Meet '{meetId}' does not exist: apply it in Registration first.");
    }

    /// <summary>The id of a race's wave (empty names the first), or a refusal <c>RACE_UNKNOWN</c> or <c>WAVE_UNKNOWN</c>.</summary>
    internal async Task<string> RequireWaveAsync(string meetId, string raceId, string waveId, string field, CancellationToken cancellationToken)
    {
        Identifier.Require(raceId, field);
        var meet = await RequireMeetAsync(meetId, cancellationToken);
        if (FindWave(meet, raceId, waveId) is { } known)
        {
            return known;
        }

        await follower.CatchUpAsync(meetId, cancellationToken);
        meet = await RequireMeetAsync(meetId, cancellationToken);
        if (meet.WavesOf(raceId) is null)
        {
            throw RefusalException.NotFound("RACE_UNKNOWN", $"Race '{raceId}' is not a race of meet '{meetId}'.");
        }

        return FindWave(meet, raceId, waveId)
            ?? throw RefusalException.NotFound("WAVE_UNKNOWN", $"Wave '{waveId}' is not a wave of race '{raceId}': name one of its waves, or none for the first.");
    }

    /// <summary>Refuses with <c>BIB_UNKNOWN</c> when no entry of the meet wears the bib.</summary>
    internal async Task RequireBibAsync(string meetId, string bib, CancellationToken cancellationToken)
    {
        if ((await RequireMeetAsync(meetId, cancellationToken)).HasBib(bib))
        {
            return;
        }

        await follower.CatchUpAsync(meetId, cancellationToken);
        if (!(await RequireMeetAsync(meetId, cancellationToken)).HasBib(bib))
        {
            throw RefusalException.NotFound("BIB_UNKNOWN", $"Nobody in meet '{meetId}' wears bib '{bib}'.");
        }
    }

    private static string? FindWave(RegisteredMeet meet, string raceId, string waveId)
    {
        if (meet.WavesOf(raceId) is not { } waves)
        {
            return null;
        }

        return waveId.Length == 0 ? waves.FirstOrDefault("") : Array.Find(waves, wave => wave == waveId);
    }
}
