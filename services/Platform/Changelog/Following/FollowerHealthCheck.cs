using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace RaceSystem.Platform.Changelog.Following;

/// <summary>Degraded while the owner has been away for long: the copy is served, but it is old.</summary>
internal sealed class FollowerHealthCheck(ChangelogFollower follower) : IHealthCheck
{
    /// <summary>How long an owner may be away before it is worth telling: a restart takes less.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!follower.IsStarted)
        {
            return Task.FromResult(HealthCheckResult.Degraded($"the stored copy of '{follower.Owner}' is not read yet"));
        }

        var away = follower.OwnerAwayFor;
        return Task.FromResult(away > Patience
            ? new HealthCheckResult(context.Registration.FailureStatus, $"'{follower.Owner}' does not answer for {away.TotalSeconds:F0} s; its copy is served as it stands")
            : HealthCheckResult.Healthy());
    }
}
