using RaceSystem.Platform.Changelog;
using RaceSystem.Results.Service.Meets;

namespace RaceSystem.Results.Service.Following;

/// <summary>Brings Timing's log into the meets' state.</summary>
internal sealed class TimingProjection(MeetTable meets) : IChangelogProjection
{
    public void Reset(string meetId) => meets.Find(meetId)?.ResetTiming();

    public void Apply(string meetId, IReadOnlyList<ChangelogRecord> records, long throughSequence) =>
        meets.GetOrAdd(meetId).ApplyTiming(records, throughSequence);
}
