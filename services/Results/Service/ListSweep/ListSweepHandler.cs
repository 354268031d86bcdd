using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Core.Sweeps;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.V1;
using SweptRunner = RaceSystem.Results.V1.SweptRunner;

namespace RaceSystem.Results.Service.ListSweep;

/// <summary>Who has not come to a gate that has closed or closes soon.</summary>
internal sealed class ListSweepHandler(KnownMeets meets, TimeProvider time)
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1_000;
    private const long MaxWithinSeconds = 86_400;
    private static readonly Elapsed DefaultWithin = Elapsed.FromSeconds(900);

    public async Task<ListSweepResponse> HandleAsync(ListSweepRequest request, CancellationToken cancellationToken)
    {
        var pageSize = PageSize.Require(request.PageSize, DefaultPageSize, MaxPageSize);
        var within = WithinOf(request.Within);
        var now = MomentOf(request.AsOfTime);
        var scope = string.Create(CultureInfo.InvariantCulture, $"ListSweep/{request.MeetId}/{request.RaceId}/{within.Micros}");
        var from = PageToken.Decode(scope, request.PageToken) is { } position ? int.Parse(position, CultureInfo.InvariantCulture) : 0;
        var (meet, race) = await meets.RequireRaceAsync(request.MeetId, request.RaceId, cancellationToken);
        var swept = Sweep.Of(race, now, within);
        var response = new ListSweepResponse { TotalCount = swept.Count, AsOfTime = now.ToTimestamp(), SnapshotVersion = meet.Standings.Version };
        response.Runners.AddRange(swept.Skip(from).Take(pageSize).Select(runner => RowOf(race, runner)));
        if (from + pageSize < swept.Count)
        {
            response.NextPageToken = PageToken.Encode(scope, (from + pageSize).ToString(CultureInfo.InvariantCulture));
        }

        return response;
    }

    private Instant MomentOf(Timestamp? asked)
    {
        try
        {
            return Instant.From(asked is null ? time.GetUtcNow() : asked.ToDateTimeOffset());
        }
        catch (InvalidOperationException)
        {
            throw RefusalException.Invalid("TIME_INVALID", "as_of_time", "is not a time between the years 1 and 9999.");
        }
    }

    private static Elapsed WithinOf(Duration? asked)
    {
        if (asked is null)
        {
            return DefaultWithin;
        }

        return asked is { Seconds: >= 0 and <= MaxWithinSeconds, Nanos: >= 0 and <= 999_999_999 }
            ? Elapsed.From(asked.ToTimeSpan())
            : throw RefusalException.Invalid("DURATION_INVALID", "within", "is not a duration from 0 to 24 h.");
    }

    private static SweptRunner RowOf(RaceStandings race, Core.Sweeps.SweptRunner swept)
    {
        var (entry, gate, last) = (race.EntryOf(swept.Runner), race.Race.Visits[swept.Gate], race.Race.Visits[swept.LastVisit]);
        return new SweptRunner
        {
            EntryId = entry.EntryId,
            Bib = entry.Bib,
            DisplayName = entry.DisplayName,
            Status = StandingRows.Of(race, swept.Runner, -1, default).Status,
            GateSplitId = gate.SplitId,
            GateDistanceM = gate.DistanceM,
            CloseTime = swept.Closes?.ToTimestamp(),
            LastSplitId = last.SplitId,
            LastDistanceM = last.DistanceM,
            LastPassingTime = swept.LastCrossing.ToTimestamp(),
            ExpectedTime = swept.Expected?.ToTimestamp(),
            OverLimit = swept.IsOver,
        };
    }
}
