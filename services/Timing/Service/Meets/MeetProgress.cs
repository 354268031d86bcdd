using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Progress;
using RaceSystem.Timing.Service.Registered;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>
/// Who was seen where, kept up to date as reads come; counted anew when Registration's entries changed, at most every
/// <see cref="Patience"/> while they are being imported. Part of the state: the writer alone uses it.
/// </summary>
internal sealed class MeetProgress
{
    private static readonly Elapsed Patience = Elapsed.FromSeconds(3);

    private readonly FieldProgress _progress = new();
    private RegisteredField? _field;
    private long _version;
    private int _guns;
    private Instant _followedAt;

    internal FieldProgress Of(MeetState state, RegisteredMeet registered, Instant now)
    {
        var isOther = !ReferenceEquals(_field, registered.Field) || _guns != state.Guns.Version;
        if (isOther || (registered.Field.Version != _version && now - _followedAt >= Patience))
        {
            (_version, var courses, var runners) = registered.Field.Copy();
            (_field, _followedAt, _guns) = (registered.Field, now, state.Guns.Version);
            _progress.Follow(courses, runners, (raceId, wave) => state.Guns.EarliestOf(raceId, wave)?.Micros);
        }

        _progress.Refresh(state.Reads);
        return _progress;
    }
}
