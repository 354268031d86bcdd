using System.Runtime.CompilerServices;
using System.Text.Json;
using RaceSystem.Dashboard.Service.Live;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Meets;

/// <summary>Counts of a meet's races, asked from Results once a second while somebody looks.</summary>
public sealed class ProgressSource(ResultsService.ResultsServiceClient results, TimeProvider time) : ILiveSource<string, GetMeetProgressResponse>
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public string Service => "results";

    /// <inheritdoc/>
    public async IAsyncEnumerable<GetMeetProgressResponse> ReadAsync(string key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            yield return await ServiceCall.AskAsync(
                Service, options => results.GetMeetProgressAsync(new GetMeetProgressRequest { MeetId = key }, options), cancellationToken);
            await Task.Delay(Every, time, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public LiveEvent Whole(GetMeetProgressResponse state) =>
        new("progress", JsonSerializer.SerializeToUtf8Bytes(new ProgressMessage(Counts(state)), LiveJson.Lines.ProgressMessage));

    /// <inheritdoc/>
    public LiveEvent? Change(GetMeetProgressResponse before, GetMeetProgressResponse after) =>
        Counts(before).SequenceEqual(Counts(after)) ? null : Whole(after);

    private static List<RaceCounts> Counts(GetMeetProgressResponse state) =>
        [.. state.Races.Select(race => new RaceCounts(race.RaceId, race.EntryCount, race.StartedCount, race.OnCourseCount, race.FinishedCount, race.OutCount))];
}
