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
        var size = PageSize.Require(request.PageSize, Limits.DefaultPage, Limits.LargestPage);
        var before = PageToken.Decode(ScopeOf(request), request.PageToken) is { } position ? long.Parse(position, CultureInfo.InvariantCulture) : long.MaxValue;
        var letters = running.DeadLettersOf(request.MeetId).Snapshot()
            .Where(letter => letter.Number < before && (request.DecoderId.Length == 0 || letter.DecoderId == request.DecoderId))
            .Take(size + 1)
            .ToList();
        var response = new ListDeadLettersResponse
        {
            DeadLetters =
            {
                letters.Take(size).Select(letter => new DeadLetter
                {
                    ReceiveTime = Wire.TimestampOf(letter.Time),
                    DecoderId = letter.DecoderId,
                    Reason = letter.Reason,
                    Frame = ByteString.CopyFrom(letter.Bytes.Span),
                    RepeatCount = letter.Repeats,
                }),
            },
        };
        if (letters.Count > size)
        {
            response.NextPageToken = PageToken.Encode(ScopeOf(request), letters[size - 1].Number.ToString(CultureInfo.InvariantCulture));
        }

        return response;
    }

    private static string ScopeOf(ListDeadLettersRequest request) => $"ListDeadLetters/{request.MeetId}/{request.DecoderId}";
}
