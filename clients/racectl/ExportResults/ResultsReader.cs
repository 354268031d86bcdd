using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RaceSystem.Client;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.Replay;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.ExportResults;

/// <summary>Fetches the results of a meet.</summary>
internal sealed class ResultsReader(RaceSystemClient client, PatientCalls calls)
{
    /// <summary>All rows of one race, or of all races when the id is empty.</summary>
    public async Task<ResultTable> ReadAsync(string meetId, string raceId, SplitBasis splits, CancellationToken cancellationToken)
    {
        var meet = (await calls.RunAsync(options => client.Registration.GetMeetAsync(new GetMeetRequest { MeetId = meetId }, options).ResponseAsync, cancellationToken).ConfigureAwait(false)).Meet;
        var races = meet.Races.Where(race => raceId.Length == 0 || race.RaceId == raceId).ToArray();
        if (races.Length == 0)
        {
            throw new InputException($"Race '{raceId}' is not in meet '{meetId}'; it has {string.Join(", ", meet.Races.Select(race => race.RaceId))}.");
        }

        var splitIds = races.SelectMany(race => race.Course.Visits)
            .Where(visit => visit.Kind == CourseVisitKind.Split)
            .GroupBy(visit => visit.SplitId, StringComparer.Ordinal)
            .OrderBy(group => group.Min(visit => visit.DistanceM))
            .Select(group => group.Key)
            .ToArray();
        var rows = await calls.RunAsync(options => StreamAsync(meetId, raceId, splitIds, splits, options), cancellationToken).ConfigureAwait(false);
        return ResultTable.Of([.. races.Select(race => race.RaceId)], splitIds, rows);
    }

    private async Task<List<ResultRow>> StreamAsync(string meetId, string raceId, string[] splitIds, SplitBasis splits, CallOptions options)
    {
        var rows = new List<ResultRow>();
        using var call = client.Results.StreamResults(new StreamResultsRequest { MeetId = meetId, RaceId = raceId }, options);
        await foreach (var message in call.ResponseStream.ReadAllAsync(options.CancellationToken).ConfigureAwait(false))
        {
            rows.AddRange(message.Results.Select(result => Row(result, splitIds, splits)));
        }

        return rows;
    }

    private static ResultRow Row(ParticipantResult result, string[] splitIds, SplitBasis basis)
    {
        var standing = result.Standing;
        var places = standing.Places ?? new Places();
        return new ResultRow
        {
            RaceId = result.RaceId,
            Bib = standing.Bib,
            Status = standing.Status,
            Sex = standing.Sex,
            Age = standing.Age,
            Country = standing.Country,
            Division = standing.DivisionId,
            PlaceOverall = places.Overall,
            PlaceBySex = places.BySex,
            PlaceByDivision = places.ByDivision,
            Official = standing.OfficialTime?.Seconds,
            Gun = standing.GunTime?.Seconds,
            Net = standing.NetTime?.Seconds,
            Splits = [.. splitIds.Select(id => SplitTime(result.Splits.FirstOrDefault(split => split.Measured && split.SplitId == id), basis)?.Seconds)],
        };
    }

    private static Duration? SplitTime(SplitResult? split, SplitBasis basis) => basis switch
    {
        SplitBasis.Net => split?.NetTime ?? split?.GunTime,
        SplitBasis.Gun => split?.GunTime,
        _ => split?.OfficialTime,
    };
}
