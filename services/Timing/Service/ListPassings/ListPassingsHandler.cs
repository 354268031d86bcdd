using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Timing.Core.Meets;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.ListPassings;

/// <summary>The passings at a timing point by chip code.</summary>
internal sealed class ListPassingsHandler(MeetRegistry registry, ResidentMeets meets)
{
    internal async Task<ListPassingsResponse> HandleAsync(ListPassingsRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        Identifier.Require(request.TimingPointId, "timing_point_id");
        var scope = $"ListPassings/{request.MeetId}/{request.TimingPointId}/{request.Chip}";
        var asked = PageRequest.Of(scope, request.PageSize, request.PageToken, Limits.DefaultPage, Limits.LargestPage);
        var only = OnlyChip(request.Chip);
        return await meets.WriterOf(request.MeetId).LookAsync(state => PageOf(state, request, only, asked), cancellationToken);
    }

    private static string? OnlyChip(string chip) =>
        chip.Length == 0 ? null
        : ChipCode.TryParse(chip, out var code) ? code.Text
        : throw RefusalException.Invalid("CHIP_INVALID", "chip", $"is not a chip code: use 1 to {ChipCode.MaxLength} letters and digits.");

    private static ListPassingsResponse PageOf(MeetState state, ListPassingsRequest request, string? only, PageRequest asked)
    {
        if (!state.Points.ContainsKey(request.TimingPointId) || !state.Reads.TryFindPoint(request.TimingPointId, out var point))
        {
            throw RefusalException.NotFound("TIMING_POINT_UNKNOWN", $"Timing point '{request.TimingPointId}' is not known in meet '{request.MeetId}'.");
        }

        var page = asked.TakeByPosition(CodesAt(state.Reads, point, only), code => code);
        var response = new ListPassingsResponse { NextPageToken = page.NextToken };
        foreach (var code in page.Rows)
        {
            state.Reads.Chips.TryFind(code, out var chip);
            var message = new ChipPassings();
            PassingRecords.Fill(message, request.TimingPointId, code, state.Reads.PassingsOf(point, chip));
            response.Chips.Add(message);
        }

        return response;
    }

    private static IEnumerable<string> CodesAt(MeetReads reads, int point, string? only) =>
        Enumerable.Range(0, reads.Chips.Count).Where(chip => reads.WasReadAt(point, chip)).Select(reads.Chips.CodeOf).Where(code => only is null || code == only);
}
