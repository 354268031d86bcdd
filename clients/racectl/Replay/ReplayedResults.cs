using Grpc.Core;
using RaceSystem.Client;
using RaceSystem.Racectl.Calls;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Replay;

/// <summary>What came out for one runner; time in whole seconds, 0 or null: none.</summary>
internal sealed record ReplayedResult(long? Official, int PlaceOverall, int PlaceBySex, int PlaceByDivision);

/// <summary>Fetches what came out, by bib.</summary>
internal static class ReplayedResults
{
    public static Task<Dictionary<string, ReplayedResult>> ReadAsync(RaceSystemClient client, PatientCalls calls, string meetId, string raceId, CancellationToken cancellationToken) =>
        calls.RunAsync(
            async options =>
            {
                var results = new Dictionary<string, ReplayedResult>(StringComparer.Ordinal);
                using var call = client.Results.StreamResults(new StreamResultsRequest { MeetId = meetId, RaceId = raceId }, options);
                await foreach (var message in call.ResponseStream.ReadAllAsync(options.CancellationToken).ConfigureAwait(false))
                {
                    foreach (var result in message.Results)
                    {
                        var places = result.Standing.Places ?? new Places();
                        results.Add(result.Standing.Bib, new ReplayedResult(result.Standing.OfficialTime?.Seconds, places.Overall, places.BySex, places.ByDivision));
                    }
                }

                return results;
            },
            cancellationToken);
}
