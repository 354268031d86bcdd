using RaceSystem.Timing.Service.Registered;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>
/// The chips that were read and belong to no entry, in the numbers of the meet's reads. Kept up to date as chips appear;
/// made anew when Registration's entries changed. Part of the state: the writer alone uses it.
/// </summary>
internal sealed class UnknownChips
{
    private readonly List<int> _unknown = [];
    private RegisteredMeet? _registered;
    private long _version;
    private int _checked;

    internal IReadOnlyList<int> Of(MeetState state, RegisteredMeet registered)
    {
        var version = registered.Version;
        if (!ReferenceEquals(registered, _registered) || version != _version)
        {
            _unknown.Clear();
            _checked = 0;
            _registered = registered;
            _version = version;
        }

        var chips = state.Reads.Chips;
        for (; _checked < chips.Count; _checked++)
        {
            if (!registered.HasChip(chips.CodeOf(_checked)))
            {
                _unknown.Add(_checked);
            }
        }

        return _unknown;
    }
}
