using Google.Protobuf;
using Grpc.Core;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.ExportResults;

/// <summary>Streams a file of results.</summary>
internal sealed class ExportResultsHandler(ExportDesk desk)
{
    private const int ChunkBytes = 64 * 1024;

    public async Task HandleAsync(ExportResultsRequest request, IServerStreamWriter<ExportResultsResponse> stream, CancellationToken cancellationToken)
    {
        await using var file = await desk.WriteAsync(ExportOrders.ScopeOf(request), ExportOrders.Of(request), cancellationToken);
        var header = new ExportHeader
        {
            FileName = file.FileName,
            ContentType = file.ContentType,
            SizeBytes = file.Content.Length,
            RunnerCount = file.RunnerCount,
            SnapshotVersion = file.SnapshotVersion,
        };
        header.RaceIds.AddRange(file.RaceIds);
        await stream.WriteAsync(new ExportResultsResponse { Header = header }, cancellationToken);
        var buffer = new byte[ChunkBytes];
        for (int read; (read = await file.Content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            await stream.WriteAsync(new ExportResultsResponse { Chunk = ByteString.CopyFrom(buffer, 0, read) }, cancellationToken);
        }
    }
}
