using Google.Protobuf;
using Grpc.Core;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Json;
using RaceSystem.Results.Service.Classifications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.GetClassification;

/// <summary>A version as a document. Persons who are anonymous or erased by now are not in it; what is signed is the same.</summary>
internal sealed class GetClassificationHandler(ClassificationStore store, ShownPersons persons)
{
    public async Task HandleAsync(GetClassificationRequest request, IServerStreamWriter<GetClassificationResponse> stream, CancellationToken cancellationToken)
    {
        var version = await store.RequireAsync(request.MeetId, request.RaceId, request.Version, cancellationToken);
        var openings = await persons.OfAsync(request.MeetId, "", cancellationToken);
        var pieces = new ContentPieces();
        var first = new GetClassificationResponse { Classification = ClassificationWire.ToWire(version) };
        await stream.WriteAsync(first, cancellationToken);
        await SendAsync(pieces.Add(DocumentWriter.HeaderLine(version.Canonical.Span, version.Key, version.Signature.Span)), stream, cancellationToken);
        var writer = new CanonicalWriter();
        await foreach (var part in store.RowsAsync(version, cancellationToken))
        {
            var lines = part.Read();
            for (var i = 0; i < lines.Count; i++)
            {
                await SendAsync(pieces.Add(DocumentWriter.RowLine(writer, lines[i], openings.Of(part.EntryIds[i], lines[i]))), stream, cancellationToken);
            }
        }

        await SendAsync([pieces.Take()], stream, cancellationToken);
    }

    private static async Task SendAsync(IEnumerable<byte[]> pieces, IServerStreamWriter<GetClassificationResponse> stream, CancellationToken cancellationToken)
    {
        foreach (var piece in pieces)
        {
            if (piece.Length > 0)
            {
                await stream.WriteAsync(new GetClassificationResponse { Content = UnsafeByteOperations.UnsafeWrap(piece) }, cancellationToken);
            }
        }
    }
}
