using RaceSystem.Timing.Protocols.Files;

namespace RaceSystem.Racectl.Reads;

/// <summary>What an import found in its file. Bounded: of the rejected lines the first are kept, the others counted.</summary>
internal sealed class ImportTally
{
    /// <summary>Rejected lines that are kept and shown.</summary>
    public const int MaxShown = 1000;

    private readonly HashSet<string> _chips = new(StringComparer.Ordinal);
    private readonly List<ReadFileItem.Rejected> _shown = [];

    /// <summary>Records that parse as reads.</summary>
    public long Reads { get; private set; }

    public long Markers { get; private set; }

    public long Rejected { get; private set; }

    /// <summary>Different chips.</summary>
    public int Chips => _chips.Count;

    /// <summary>The first rejected lines.</summary>
    public IReadOnlyList<ReadFileItem.Rejected> Shown => _shown;

    public void AddRead(string chip)
    {
        Reads++;
        _chips.Add(chip);
    }

    public void AddMarker() => Markers++;

    public void Reject(ReadFileItem.Rejected item)
    {
        Rejected++;
        if (_shown.Count < MaxShown)
        {
            _shown.Add(item);
        }
    }
}
