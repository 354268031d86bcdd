using System.Runtime.CompilerServices;
using System.Text.Json;
using Grpc.Core;
using RaceSystem.Dashboard.Service.Live;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Races;

/// <summary>Standings from one WatchStandings stream of Results, with the finishes that its rows are expected at.</summary>
public sealed class StandingsSource(ResultsService.ResultsServiceClient results, TimeProvider time) : ILiveSource<StandingsView, StandingsState>
{
    /// <summary>Rows that a page shows and follows.</summary>
    public const int Top = 100;

    private static readonly TimeSpan FirstExpected = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public string Service => "results";

    /// <inheritdoc/>
    public async IAsyncEnumerable<StandingsState> ReadAsync(StandingsView key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var progress = await ServiceCall.AskAsync(
            Service, options => results.GetMeetProgressAsync(new GetMeetProgressRequest { MeetId = key.Meet }, options), cancellationToken);
        var fold = new StandingsFold(key, SplitNames(progress.Races.FirstOrDefault(race => race.RaceId == key.Race)));
        var request = new WatchStandingsRequest { MeetId = key.Meet, RaceId = key.Race, Filter = key.Filter, Top = Top };
        using var call = results.WatchStandings(request, cancellationToken: cancellationToken);
        var finishes = new ExpectedFinishes(results, key, time);
        var next = call.ResponseStream.MoveNext(cancellationToken);
        Task<IReadOnlyDictionary<string, VisitPrediction>>? expected = null;
        while (true)
        {
            if (expected is not null && await Task.WhenAny(next, expected) == expected)
            {
                fold.Expect(await expected);
                expected = finishes.NextAsync(() => fold.OnCourse, cancellationToken);
            }
            else if (await next)
            {
                fold.Apply(call.ResponseStream.Current);
                next = call.ResponseStream.MoveNext(cancellationToken);
                if (expected is null)
                {
                    // The first page has them, too, unless Results takes long to predict.
                    expected = finishes.NowAsync(() => fold.OnCourse, cancellationToken);
                    if (await Task.WhenAny(expected, Task.Delay(FirstExpected, time, cancellationToken)) == expected)
                    {
                        fold.Expect(await expected);
                        expected = finishes.NextAsync(() => fold.OnCourse, cancellationToken);
                    }
                }
            }
            else
            {
                yield break;
            }

            yield return fold.State;
        }
    }

    /// <summary>display_name by split_id.</summary>
    public static IReadOnlyDictionary<string, string> SplitNames(RaceProgress? race) =>
        race?.Splits.ToDictionary(split => split.SplitId, split => split.DisplayName.Length > 0 ? split.DisplayName : split.SplitId, StringComparer.Ordinal) ?? [];

    /// <inheritdoc/>
    public LiveEvent Whole(StandingsState state) =>
        new("standings", JsonSerializer.SerializeToUtf8Bytes(new StandingsMessage(true, state.Total, state.Rows, [], null), LiveJson.Lines.StandingsMessage));

    /// <inheritdoc/>
    public LiveEvent? Change(StandingsState before, StandingsState after)
    {
        var known = before.Rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
        var changed = after.Rows.Where(row => !known.TryGetValue(row.Id, out var old) || old != row).ToList();
        var kept = after.Rows.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        var removed = before.Rows.Select(row => row.Id).Where(id => !kept.Contains(id)).ToList();
        var order = before.Rows.Select(row => row.Id).SequenceEqual(after.Rows.Select(row => row.Id), StringComparer.Ordinal) ? null : after.Rows.Select(row => row.Id).ToList();
        if (changed.Count == 0 && order is null && before.Total == after.Total)
        {
            return null;
        }

        var message = new StandingsMessage(false, after.Total, changed, removed, order);
        return new LiveEvent("standings", JsonSerializer.SerializeToUtf8Bytes(message, LiveJson.Lines.StandingsMessage));
    }
}
