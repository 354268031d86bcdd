using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Results.Service.Classifications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.ListClassifications;

/// <summary>What was published of a meet, by race and version.</summary>
internal sealed class ListClassificationsHandler(ClassificationStore store)
{
    private const int DefaultSize = 100, MaxSize = 1_000;

    public async Task<ListClassificationsResponse> HandleAsync(ListClassificationsRequest request, CancellationToken cancellationToken)
    {
        Identifier.Require(request.MeetId, "meet_id");
        if (request.RaceId.Length > 0)
        {
            Identifier.Require(request.RaceId, "race_id");
        }

        var size = PageSize.Require(request.PageSize, DefaultSize, MaxSize);
        var versions = await store.ListAsync(request.MeetId, request.RaceId, After(request), size + 1, cancellationToken);
        var response = new ListClassificationsResponse();
        response.Classifications.AddRange(versions.Take(size).Select(ClassificationWire.ToWire));
        if (versions.Count > size)
        {
            var last = response.Classifications[^1];
            response.NextPageToken = PageToken.Encode(Scope(request), string.Create(CultureInfo.InvariantCulture, $"{last.Version}/{last.RaceId}"));
        }

        return response;
    }

    private static (string RaceId, int Version) After(ListClassificationsRequest request) =>
        PageToken.Decode(Scope(request), request.PageToken)?.Split('/') is [var version, var race] ? (race, int.Parse(version, CultureInfo.InvariantCulture)) : ("", 0);

    private static string Scope(ListClassificationsRequest request) => $"classifications/{request.MeetId}/{request.RaceId}";
}
