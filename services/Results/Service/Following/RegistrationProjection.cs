using RaceSystem.Platform.Changelog;
using RaceSystem.Results.Service.Classifications;
using RaceSystem.Results.Service.Meets;

namespace RaceSystem.Results.Service.Following;

/// <summary>Brings Registration's log into the meets' state.</summary>
internal sealed class RegistrationProjection(MeetTable meets, PersonEraser eraser) : IChangelogProjection
{
    public void Reset(string meetId) => meets.Find(meetId)?.ResetRegistration();

    public void Apply(string meetId, IReadOnlyList<ChangelogRecord> records, long throughSequence)
    {
        meets.GetOrAdd(meetId).ApplyRegistration(records, throughSequence);
        eraser.Notice(meetId);
    }
}
