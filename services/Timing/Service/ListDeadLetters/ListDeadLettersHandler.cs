using System.Globalization;
using Google.Protobuf;
using RaceSystem.Platform.Paging;
using RaceSystem.Timing.Service.Decoders;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.ListDeadLetters;

/// <summary>What a meet's decoders sent to this instance and what went nowhere, the newest first.</summary>
internal sealed class ListDeadLettersHandler(MeetRegistry registry, RunningDecoders running)
{
    internal async Task<ListDeadLettersResponse> HandleAsync(ListDeadLettersRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        var asked = PageRequest.Of($"ListDeadLetters/{request.MeetId}/{request.DecoderId}", request.PageSize, request.PageToken, Limits.DefaultPage, Limits.LargestPage);
        var before = asked.After is { } position ? long.Parse(position, CultureInfo.InvariantCulture) : long.MaxValue;
        var letters = running.DeadLettersOf(request.MeetId).Snapshot()
            .Where(letter => letter.Number < before && (request.DecoderId.Length == 0 || letter.DecoderId == request.DecoderId));
        var page = asked.Take(letters, letter => letter.Number.ToString(CultureInfo.InvariantCulture));
        return new ListDeadLettersResponse
        {
            NextPageToken = page.NextToken,
            DeadLetters =
            {
                page.Rows.Select(letter => new DeadLetter
                {
                    ReceiveTime = Wire.TimestampOf(letter.Time),
                    DecoderId = letter.DecoderId,
                    Reason = letter.Reason,
                    Frame = ByteString.CopyFrom(letter.Bytes.Span),
                    RepeatCount = letter.Repeats,
                }),
            },
        };
    }
}
