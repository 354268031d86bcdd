using Grpc.Core;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Explanations;
using RaceSystem.Results.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.Results.Service.ExplainResult;

/// <summary>Asks Timing what a runner's passings were made of. Bounded in reads and in calls at once.</summary>
internal sealed class TimingEvidence(TimingService.TimingServiceClient timing, TimeProvider time)
{
    /// <summary>Most reads of a chip at a point.</summary>
    private const int MaxReads = 5_000;

    /// <summary>Most reads of an answer.</summary>
    private const int MaxReadsInAll = 10_000;

    private const int Page = 1_000;
    private const int CallsAtOnce = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <exception cref="RefusalException">Timing is away (<c>OWNER_UNAVAILABLE</c>).</exception>
    public async Task<RunnerEvidence> OfAsync(string meetId, ResultExplanation explanation, CancellationToken cancellationToken)
    {
        var options = new CallOptions(deadline: time.GetUtcNow().UtcDateTime + Patience, cancellationToken: cancellationToken);
        try
        {
            var reads = new List<ChipReads>();
            var places = (await PointsAsync(meetId, options)).SelectMany(_ => explanation.Chips, (point, chip) => (Point: point, Chip: chip));
            var left = MaxReadsInAll;
            foreach (var some in places.Chunk(CallsAtOnce))
            {
                foreach (var found in await Task.WhenAll(some.Select(place => ReadsAsync(meetId, place.Point, place.Chip, options))))
                {
                    if (found is not null)
                    {
                        Cut(found, left);
                        left -= found.Reads.Count;
                        reads.Add(found);
                    }
                }
            }

            return new RunnerEvidence(await GunAsync(meetId, explanation, options), await ManualAsync(meetId, explanation.Entry.Bib, options), reads);
        }
        catch (RpcException error) when (!cancellationToken.IsCancellationRequested && error.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Internal or StatusCode.Unimplemented)
        {
            throw new RefusalException(RefusalKind.Unavailable, "OWNER_UNAVAILABLE", "Timing cannot be reached; try again, or ask without_reads.");
        }
    }

    private async Task<List<string>> PointsAsync(string meetId, CallOptions options)
    {
        var points = new List<string>();
        var request = new ListTimingPointsRequest { MeetId = meetId };
        do
        {
            var page = await timing.ListTimingPointsAsync(request, options);
            points.AddRange(page.TimingPoints.Select(point => point.TimingPointId));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return [.. points.Distinct(StringComparer.Ordinal)];
    }

    private async Task<ChipReads?> ReadsAsync(string meetId, string pointId, string chip, CallOptions options)
    {
        var request = new ExplainPassingRequest { MeetId = meetId, TimingPointId = pointId, Chip = chip, PageSize = Page };
        ChipReads? reads = null;
        try
        {
            do
            {
                var page = await timing.ExplainPassingAsync(request, options);
                reads ??= new ChipReads { TimingPoint = page.TimingPoint, Chip = chip, NotBeforeTime = page.NotBeforeTime, AntennaCorrection = page.AntennaCorrection, ReadCount = page.ReadCount };
                reads.Reads.Add(page.Reads);
                reads.Passings.Add(page.Passings.Where(passing => reads.Passings.Count == 0 || passing.Number > reads.Passings[^1].Number));
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0 && reads.Reads.Count < MaxReads);
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.NotFound)
        {
            // The chip was never read there.
            return null;
        }

        return reads;
    }

    private static void Cut(ChipReads reads, int most)
    {
        while (reads.Reads.Count > most)
        {
            reads.Reads.RemoveAt(reads.Reads.Count - 1);
        }
    }

    private async Task<GunStart?> GunAsync(string meetId, ResultExplanation explanation, CallOptions options)
    {
        var request = new ListGunStartsRequest { MeetId = meetId };
        do
        {
            var page = await timing.ListGunStartsAsync(request, options);
            if (page.GunStarts.FirstOrDefault(gun => gun.RaceId == explanation.Race.RaceId && gun.WaveId == explanation.Gun.WaveId) is { } found)
            {
                return found;
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return null;
    }

    private async Task<List<ManualPassing>> ManualAsync(string meetId, string bib, CallOptions options)
    {
        var manual = new List<ManualPassing>();
        var request = new ListManualPassingsRequest { MeetId = meetId, Bib = bib, PageSize = Page };
        do
        {
            var page = await timing.ListManualPassingsAsync(request, options);
            manual.AddRange(page.ManualPassings.Where(passing => passing.RevokedBy.Length == 0));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return manual;
    }
}
