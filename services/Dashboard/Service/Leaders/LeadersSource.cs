using System.Runtime.CompilerServices;
using System.Text.Json;
using RaceSystem.Dashboard.Service.Live;
using RaceSystem.Dashboard.Service.Races;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Leaders;

/// <summary>Leaders of a race, asked from Results every other second while somebody looks.</summary>
public sealed class LeadersSource(ResultsService.ResultsServiceClient results, MeetDirectory directory, TimeProvider time) : ILiveSource<LeadersView, LeadersState>
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public string Service => "results";

    /// <inheritdoc/>
    public async IAsyncEnumerable<LeadersState> ReadAsync(LeadersView key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var progress = await ServiceCall.AskAsync(
            Service, options => results.GetMeetProgressAsync(new GetMeetProgressRequest { MeetId = key.Meet }, options), cancellationToken);
        var splitNames = StandingsSource.SplitNames(progress.Races.FirstOrDefault(race => race.RaceId == key.Race));
        var request = new GetLiveRaceRequest { MeetId = key.Meet, RaceId = key.Race, SplitId = key.Split };
        while (true)
        {
            var live = await ServiceCall.AskAsync(Service, options => results.GetLiveRaceAsync(request, options), cancellationToken);
            var meet = await directory.FindMeetAsync(key.Meet, cancellationToken);
            var race = meet?.Races.FirstOrDefault(race => race.RaceId == key.Race);
            yield return new LeadersState(new LeaderGroups(race, splitNames, key.Split).Of(live));
            await Task.Delay(Every, time, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public LiveEvent Whole(LeadersState state) => Event(new LeadersMessage(true, state.Groups, Order(state)));

    /// <inheritdoc/>
    public LiveEvent? Change(LeadersState before, LeadersState after)
    {
        var known = before.Groups.ToDictionary(group => group.Id, StringComparer.Ordinal);
        var changed = after.Groups.Where(group => !known.TryGetValue(group.Id, out var old) || !group.SameAs(old)).ToList();
        return changed.Count == 0 && Order(before).SequenceEqual(Order(after), StringComparer.Ordinal) ? null : Event(new LeadersMessage(false, changed, Order(after)));
    }

    private static IReadOnlyList<string> Order(LeadersState state) => [.. state.Groups.Select(group => group.Id)];

    private static LiveEvent Event(LeadersMessage message) => new("leaders", JsonSerializer.SerializeToUtf8Bytes(message, LiveJson.Lines.LeadersMessage));
}
