namespace RaceSystem.Timing.Service.Registered;

/// <summary>What Timing keeps of one meet of Registration. Guarded by its own lock.</summary>
internal sealed class RegisteredMeet
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string[]> _wavesOfRace = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _chipsOfEntry = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _wearersOfChip = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _bibOfEntry = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _wearersOfBib = new(StringComparer.Ordinal);
    private string? _timeZone;
    private long _version;

    /// <summary>Who is expected on which course.</summary>
    internal RegisteredField Field { get; } = new();

    /// <summary>Whether the meet itself was seen in the log.</summary>
    internal bool IsKnown
    {
        get
        {
            lock (_lock)
            {
                return _timeZone is not null;
            }
        }
    }

    /// <summary>Changes whenever a chip may have become known or unknown.</summary>
    internal long Version
    {
        get
        {
            lock (_lock)
            {
                return _version;
            }
        }
    }

    /// <summary>IANA name of the venue's zone.</summary>
    internal string TimeZone
    {
        get
        {
            lock (_lock)
            {
                return _timeZone is { Length: > 0 } zone ? zone : "UTC";
            }
        }
    }

    internal void SetMeet(string timeZone)
    {
        lock (_lock)
        {
            _timeZone = timeZone;
        }
    }

    internal void SetWaves(string raceId, string[] waveIds)
    {
        lock (_lock)
        {
            _wavesOfRace[raceId] = waveIds;
        }
    }

    /// <summary>Ids of a race's waves, in its order; null for an unknown race.</summary>
    internal string[]? WavesOf(string raceId)
    {
        lock (_lock)
        {
            return _wavesOfRace.GetValueOrDefault(raceId);
        }
    }

    internal void SetChips(string entryId, string[] chips)
    {
        lock (_lock)
        {
            foreach (var chip in _chipsOfEntry.GetValueOrDefault(entryId, []))
            {
                if (--_wearersOfChip[chip] == 0)
                {
                    _wearersOfChip.Remove(chip);
                }
            }

            foreach (var chip in chips)
            {
                _wearersOfChip[chip] = _wearersOfChip.GetValueOrDefault(chip) + 1;
            }

            _chipsOfEntry[entryId] = chips;
            _version++;
        }
    }

    internal void SetBib(string entryId, string bib)
    {
        lock (_lock)
        {
            if (_bibOfEntry.Remove(entryId, out var before) && --_wearersOfBib[before] == 0)
            {
                _wearersOfBib.Remove(before);
            }

            if (bib.Length > 0)
            {
                _bibOfEntry[entryId] = bib;
                _wearersOfBib[bib] = _wearersOfBib.GetValueOrDefault(bib) + 1;
            }
        }
    }

    /// <summary>Whether an entry wears a bib.</summary>
    internal bool HasBib(string bib)
    {
        lock (_lock)
        {
            return _wearersOfBib.ContainsKey(bib);
        }
    }

    /// <summary>Whether a chip belongs to an entry.</summary>
    internal bool HasChip(string chip)
    {
        lock (_lock)
        {
            return _wearersOfChip.ContainsKey(chip);
        }
    }
}
