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
        var asked = PageRequest.Of($"ListDecoders/{request.MeetId}", request.PageSize, request.PageToken, Limits.DefaultPage, Limits.LargestPage);

        // Refuses in time when the database is away; a context would wait for its schema.
        await changelog.GetHeadAsync(request.MeetId, cancellationToken);
        var page = asked.TakeByPosition((await specs.LoadAsync(request.MeetId, cancellationToken)).Select(spec => spec.Decoder), decoder => decoder.DecoderId);
        return new ListDecodersResponse
        {
            Decoders = { page.Rows.Select(decoder => DecoderStates.MessageOf(request.MeetId, decoder, running.Find(request.MeetId, decoder.DecoderId))) },
            NextPageToken = page.NextToken,
        };
    }
}
