using Grpc.Core;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.Classifications;

/// <summary>What tests do with a meet's classifications.</summary>
internal static class PublishedMeet
{
    /// <summary>Two finishers and one who never started.</summary>
    public static Task<SampleMeet> RunAsync(ResultsHost host) =>
        host.NewMeet().Planned().Ran("1", 0, 4000, 8000.2).Ran("2", 1, 4000, 8100, age: 41, division: "M40").Entered("3").Gun().StandsAsync();

    public static async Task<PublishClassificationResponse> PublishAsync(
        this SampleMeet meet, ClassificationState state = ClassificationState.Provisional, string reason = "", string requestId = "", params string[] accept)
    {
        var request = new PublishClassificationRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, State = state, PublishedBy = "referee", Reason = reason, RequestId = requestId };
        request.AcceptedItemIds.AddRange(accept);
        return await meet.Client.PublishClassificationAsync(request, cancellationToken: TestContext.Current.CancellationToken);
    }

    public static async Task<byte[]> DocumentAsync(this SampleMeet meet, int version = 0)
    {
        using var call = meet.Client.GetClassification(new GetClassificationRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, Version = version });
        return await BytesAsync(call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken).Select(piece => piece.Content.ToByteArray()));
    }

    public static async Task<byte[]> EvidenceAsync(this SampleMeet meet, int version = 0)
    {
        using var call = meet.Client.GetEvidence(new GetEvidenceRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, Version = version });
        return await BytesAsync(call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken).Select(piece => piece.Content.ToByteArray()));
    }

    private static async Task<byte[]> BytesAsync(IAsyncEnumerable<byte[]> pieces)
    {
        using var whole = new MemoryStream();
        await foreach (var piece in pieces)
        {
            whole.Write(piece);
        }

        return whole.ToArray();
    }
}
