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
        var size = PageSize.Require(request.PageSize, Limits.DefaultPage, Limits.LargestPage);
        var after = PageToken.Decode(ScopeOf(request), request.PageToken) ?? "";
        var only = OnlyChip(request.Chip);
        return await meets.WriterOf(request.MeetId).LookAsync(state => PageOf(state, request, only, after, size), cancellationToken);
    }

    private static string ScopeOf(ListPassingsRequest request) => $"ListPassings/{request.MeetId}/{request.TimingPointId}/{request.Chip}";

    private static string? OnlyChip(string chip) =>
        chip.Length == 0 ? null
        : ChipCode.TryParse(chip, out var code) ? code.Text
        : throw RefusalException.Invalid("CHIP_INVALID", "chip", $"is not a chip code: use 1 to {ChipCode.MaxLength} letters and digits.");

    private static ListPassingsResponse PageOf(MeetState state, ListPassingsRequest request, string? only, string after, int size)
    {
        if (!state.Points.ContainsKey(request.TimingPointId) || !state.Reads.TryFindPoint(request.TimingPointId, out var point))
        {
            throw RefusalException.NotFound("TIMING_POINT_UNKNOWN", $"Timing point '{request.TimingPointId}' is not known in meet '{request.MeetId}'.");
        }

        var codes = CodesAt(state.Reads, point, only, after);
        var response = new ListPassingsResponse();
        foreach (var code in codes.Take(size))
        {
            state.Reads.Chips.TryFind(code, out var chip);
            var message = new ChipPassings();
            PassingRecords.Fill(message, request.TimingPointId, code, state.Reads.PassingsOf(point, chip));
            response.Chips.Add(message);
        }

        if (codes.Count > size)
        {
            response.NextPageToken = PageToken.Encode(ScopeOf(request), codes[size - 1]);
        }

        return response;
    }

    private static List<string> CodesAt(MeetReads reads, int point, string? only, string after)
    {
        var codes = new List<string>();
        for (var chip = 0; chip < reads.Chips.Count; chip++)
        {
            var code = reads.Chips.CodeOf(chip);
            if (reads.WasReadAt(point, chip) && (only is null || code == only) && string.CompareOrdinal(code, after) > 0)
            {
                codes.Add(code);
            }
        }

        codes.Sort(StringComparer.Ordinal);
        return codes;
    }
}
