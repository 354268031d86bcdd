using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Timing.Core.Explanations;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.V1;
using CoreRead = RaceSystem.Timing.Core.Explanations.ExplainedRead;

namespace RaceSystem.Timing.Service.ExplainPassing;

/// <summary>
/// What became of every read of a chip at a point, and why (invariant 5). The writer only copies the reads; a chip that lay at
/// the mat for hours holds nobody up.
/// </summary>
internal sealed class ExplainPassingHandler(MeetRegistry registry, ResidentMeets meets)
{
    internal async Task<ExplainPassingResponse> HandleAsync(ExplainPassingRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        Identifier.Require(request.TimingPointId, "timing_point_id");
        var chip = ChipCode.TryParse(request.Chip, out var code)
            ? code.Text
            : throw RefusalException.Invalid("CHIP_INVALID", "chip", $"is not a chip code: use 1 to {ChipCode.MaxLength} letters and digits.");
        var size = PageSize.Require(request.PageSize, Limits.DefaultPage, Limits.LargestPage);
        var from = request.FromTime is null ? long.MinValue : Wire.InstantOf(request.FromTime, "from_time").Micros;
        var to = request.ToTime is null ? long.MaxValue : Wire.InstantOf(request.ToTime, "to_time").Micros;
        var scope = $"ExplainPassing/{request.MeetId}/{request.TimingPointId}/{chip}/{from}/{to}";
        var after = PageToken.Decode(scope, request.PageToken) is { } position ? PositionOf(position) : default(Position?);
        var (key, point) = await meets.WriterOf(request.MeetId).LookAsync(state => Take(state, request, chip), cancellationToken);
        var explanation = PassingExplanation.Of(key);
        var reads = explanation.Reads
            .Where(read => read.TimeMicros >= from && read.TimeMicros < to)
            .Select(read => (Position: PositionOf(read, key), Read: read))
            .OrderBy(read => read.Position)
            .ToList();
        var first = after is { } last ? reads.FindIndex(read => read.Position.CompareTo(last) > 0) : 0;
        var page = first < 0 ? [] : reads[first..Math.Min(reads.Count, first + size)];
        var words = new PassingWords(explanation.Rule, point);
        var response = new ExplainPassingResponse
        {
            TimingPoint = point.ToMessage(),
            NotBeforeTime = explanation.Rule.NotBeforeMicros == long.MinValue ? null : Wire.TimestampOf(new Instant(explanation.Rule.NotBeforeMicros)),
            AntennaCorrection = Wire.DurationOf(explanation.Rule.AntennaShift),
            ReadCount = reads.Count,
            Reads = { page.Select(read => PassingWords.MessageOf(read.Read, key, explanation)) },
            Passings = { page.Select(read => read.Read.Crossing).Where(crossing => crossing >= 0).Distinct().Order().Select(number => words.MessageOf(explanation, number)) },
        };
        if (first >= 0 && first + size < reads.Count)
        {
            response.NextPageToken = PageToken.Encode(scope, page[^1].Position.ToString());
        }

        return response;
    }

    private static (KeySnapshot Key, PointSettings Point) Take(MeetState state, ExplainPassingRequest request, string chip)
    {
        if (!state.Points.TryGetValue(request.TimingPointId, out var settings) || !state.Reads.TryFindPoint(request.TimingPointId, out var point))
        {
            throw RefusalException.NotFound("TIMING_POINT_UNKNOWN", $"Timing point '{request.TimingPointId}' is not known in meet '{request.MeetId}'.");
        }

        return state.Reads.Chips.TryFind(chip, out var number) && state.Reads.SnapshotOf(point, number) is { } key
            ? (key, settings)
            : throw RefusalException.NotFound("CHIP_UNKNOWN", $"Chip '{chip}' was never read at timing point '{request.TimingPointId}'.");
    }

    private static Position PositionOf(in CoreRead read, KeySnapshot key) =>
        new(read.TimeMicros, read.Read.TimeMicros, read.Read.Antenna, read.Read.RssiDbm, key.DeviceIds[read.Read.Device]);

    private static Position PositionOf(string text)
    {
        var parts = text.Split('/');
        return new(Number(parts[0]), Number(parts[1]), Number(parts[2]), Number(parts[3]), parts[4]);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Where a read stands in the list: no two stand at the same place, on any instance.</summary>
    private readonly record struct Position(long Time, long DeviceTime, long Antenna, long Rssi, string DeviceId) : IComparable<Position>
    {
        public int CompareTo(Position other)
        {
            var byNumbers = (Time, DeviceTime, Antenna, Rssi).CompareTo((other.Time, other.DeviceTime, other.Antenna, other.Rssi));
            return byNumbers != 0 ? byNumbers : string.CompareOrdinal(DeviceId, other.DeviceId);
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time}/{DeviceTime}/{Antenna}/{Rssi}/{DeviceId}");
    }
}
