using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Paging;
using RaceSystem.Timing.Service.Decoders;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.ListDecoders;

/// <summary>A meet's decoders by id, with what goes on with those that run here.</summary>
internal sealed class ListDecodersHandler(
    MeetRegistry registry,
    [FromKeyedServices(TimingModule.ServiceName)] IChangelog changelog,
    DecoderSpecs specs,
    RunningDecoders running)
{
    internal async Task<ListDecodersResponse> HandleAsync(ListDecodersRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        var size = PageSize.Require(request.PageSize, Limits.DefaultPage, Limits.LargestPage);
        var after = PageToken.Decode(ScopeOf(request), request.PageToken) ?? "";

        // Refuses in time when the database is away; a context would wait for its schema.
        await changelog.GetHeadAsync(request.MeetId, cancellationToken);
        var decoders = (await specs.LoadAsync(request.MeetId, cancellationToken)).Select(spec => spec.Decoder)
            .Where(decoder => string.CompareOrdinal(decoder.DecoderId, after) > 0)
            .OrderBy(decoder => decoder.DecoderId, StringComparer.Ordinal)
            .Take(size + 1)
            .ToList();
        var response = new ListDecodersResponse
        {
            Decoders = { decoders.Take(size).Select(decoder => DecoderStates.MessageOf(request.MeetId, decoder, running.Find(request.MeetId, decoder.DecoderId))) },
        };
        if (decoders.Count > size)
        {
            response.NextPageToken = PageToken.Encode(ScopeOf(request), decoders[size - 1].DecoderId);
        }

        return response;
    }

    private static string ScopeOf(ListDecodersRequest request) => $"ListDecoders/{request.MeetId}";
}
