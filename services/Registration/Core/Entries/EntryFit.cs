using RaceSystem.Kernel;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Core.Entries;

/// <summary>Whether the entries of a meet stay valid when the meet changes. Shown every entry, then asked.</summary>
public sealed class EntryFit(MeetCatalog next)
{
    /// <summary>Most misfits that a refusal spells out.</summary>
    public const int MaxNamed = 20;

    private readonly Dictionary<(string Reason, string RaceId, string Id), (long Count, string Example)> _misfits = [];

    /// <summary>Whether the entry fits.</summary>
    public bool Check(Entry entry)
    {
        var race = next.Find(entry.RaceId);
        if (race is null)
        {
            return Misfit(Reasons.RaceUnknown, entry, "");
        }

        if (entry.WaveId.Length > 0 && !race.HasWave(entry.WaveId))
        {
            return Misfit(Reasons.WaveInUse, entry, entry.WaveId);
        }

        if (entry.DivisionId.Length > 0 && !race.HasDivision(entry.DivisionId))
        {
            return Misfit(Reasons.DivisionInUse, entry, entry.DivisionId);
        }

        return entry.Participant.BirthDate is not { } birthDate
            || EntryReading.IsPlausible(birthDate, next.Meet.RaceDay)
            || Misfit(Reasons.RaceDayInUse, entry, "");
    }

    /// <exception cref="RefusalException">Some entry does not fit.</exception>
    public void Refuse()
    {
        if (_misfits.Count == 0)
        {
            return;
        }

        var violations = _misfits.Take(MaxNamed).Select(misfit => Describe(misfit.Key, misfit.Value)).ToArray();
        throw new RefusalException(
            RefusalKind.FailedPrecondition,
            _misfits.First().Key.Reason,
            $"The meet cannot change like this while entries lean on what it takes away. {violations[0].Description}",
            violations);
    }

    private static FieldViolation Describe((string Reason, string RaceId, string Id) what, (long Count, string Example) who)
    {
        var entries = $"{who.Count} entries of race '{what.RaceId}', for example '{who.Example}',";
        return what.Reason switch
        {
            Reasons.WaveInUse => new("meet.races.waves", $"{entries} are in wave '{what.Id}': keep it, or move them first."),
            Reasons.DivisionInUse => new("meet.races.divisions", $"{entries} name division '{what.Id}': keep it, or move them first."),
            Reasons.RaceDayInUse => new("meet.race_day", $"{entries} would be younger than 1 or older than {EntryLimits.MaxAge} years on that day: check the day, or correct their birth dates first."),
            _ => new("meet.races", $"{entries} would be without a race."),
        };
    }

    private bool Misfit(string reason, Entry entry, string id)
    {
        var key = (reason, entry.RaceId, id);
        var (count, example) = _misfits.GetValueOrDefault(key, (0, entry.EntryId));
        _misfits[key] = (count + 1, example);
        return false;
    }
}
