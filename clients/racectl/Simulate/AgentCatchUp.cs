using Grpc.Core;
using RaceSystem.Client;
using RaceSystem.Racectl.Replay;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Simulate;

/// <summary>Waits until an edge agent has uploaded a race: every crossing is there, and no further read comes.</summary>
internal sealed class AgentCatchUp(RaceSystemClient client, string meetId, ReplayPlan plan)
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var (reads, moved, started) = (-1L, TimeProvider.System.GetTimestamp(), TimeProvider.System.GetTimestamp());
        while (true)
        {
            var points = await LookAsync(cancellationToken).ConfigureAwait(false);
            var now = points.Values.Sum(point => point.ReadCount);
            if (now != reads)
            {
                (reads, moved) = (now, TimeProvider.System.GetTimestamp());
            }

            var missing = plan.Devices.FirstOrDefault(device => points.GetValueOrDefault(device.TimingPointId)?.PassingCount < device.Crossings.Length);
            if (missing is null && TimeProvider.System.GetElapsedTime(moved) > Silence)
            {
                return;
            }

            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new InputException($"After {Patience.TotalMinutes:0} minutes Timing has {now} reads of the agent{(missing is null ? "" : $", and not all crossings of timing point '{missing.TimingPointId}'")}.");
            }

            await Task.Delay(Silence / 10, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Dictionary<string, TimingPointStatus>> LookAsync(CancellationToken cancellationToken)
    {
        using var watch = client.Timing.WatchTimingPoints(new WatchTimingPointsRequest { MeetId = meetId }, cancellationToken: cancellationToken);
        await watch.ResponseStream.MoveNext(cancellationToken).ConfigureAwait(false);
        return watch.ResponseStream.Current.TimingPoints.ToDictionary(point => point.TimingPointId, StringComparer.Ordinal);
    }
}
