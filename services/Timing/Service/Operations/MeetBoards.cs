using System.Collections.Concurrent;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;

namespace RaceSystem.Timing.Service.Operations;

/// <summary>The boards of all meets that somebody watched; meets are known to Registration, which bounds their number.</summary>
internal sealed class MeetBoards(ResidentMeets meets, MeetRegistry registry, AlarmStore alarms, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, MeetBoard> _boards = new(StringComparer.Ordinal);

    /// <summary>The board of a meet, or a refusal <c>MEET_UNKNOWN</c>.</summary>
    internal async Task<MeetBoard> BoardOfAsync(string meetId, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(meetId, cancellationToken);
        return _boards.GetOrAdd(meetId, id => new MeetBoard(meets.WriterOf(id), registry, alarms, time));
    }
}
