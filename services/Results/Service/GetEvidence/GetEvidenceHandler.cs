using Google.Protobuf;
using Grpc.Core;
using RaceSystem.Results.Service.Classifications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.GetEvidence;

/// <summary>The records a version was scored from, as a file.</summary>
internal sealed class GetEvidenceHandler(ClassificationStore store)
{
    public async Task HandleAsync(GetEvidenceRequest request, IServerStreamWriter<GetEvidenceResponse> stream, CancellationToken cancellationToken)
    {
        var version = await store.RequireAsync(request.MeetId, request.RaceId, request.Version, cancellationToken);
        await foreach (var part in store.EvidenceAsync(request.MeetId, version.Header.Content.EvidenceHash, cancellationToken))
        {
            foreach (var piece in part.Chunk(ContentPieces.MaxBytes))
            {
                await stream.WriteAsync(new GetEvidenceResponse { Content = UnsafeByteOperations.UnsafeWrap(piece) }, cancellationToken);
            }
        }
    }
}
