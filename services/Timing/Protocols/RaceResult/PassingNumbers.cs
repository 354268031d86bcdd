using System.Globalization;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.RaceResult;

/// <summary>
/// Which passings are stored, which exist, and what to fetch: the numbers of a file have no gaps, so a number that jumps
/// tells that something was missed. Keeps (file, last stored number) in the memory. Not thread-safe.
/// </summary>
internal sealed class PassingNumbers
{
    /// <summary>Passings in one fetch.</summary>
    public const int FetchSize = 250;

    private const string Key = "raceresult/last";
    private const int FruitlessFetches = 3;
    private readonly IDecoderMemory _memory;
    private long _stored;
    private long _storedFile;
    private long _lastAtFetch;
    private int _fruitless;

    public PassingNumbers(IDecoderMemory memory)
    {
        _memory = memory;
        var parts = memory.Recall(Key)?.Split(':') ?? [];
        if (parts.Length == 2 && ClockText.TryDigits(parts[0], out var file) && ClockText.TryDigits(parts[1], out var last))
        {
            (File, Last) = (file, last);
        }

        (_storedFile, _stored) = (File, Last);
    }

    /// <summary>The file that is being filled.</summary>
    public long File { get; private set; }

    /// <summary>Every passing up to this one was taken.</summary>
    public long Last { get; private set; }

    /// <summary>Highest passing that is known to exist.</summary>
    public long Highest { get; private set; }

    /// <summary>Whether passings are known that were not taken.</summary>
    public bool HasGap => Highest > Last;

    /// <summary>The decoder told how many passings which file has.</summary>
    public void Count(long count, long? file)
    {
        if ((file is { } told && told != File) || count < Last)
        {
            Begin(file ?? File);
        }

        Highest = Math.Max(Highest, count);
    }

    /// <summary>A passing came; true when it is the next one and is taken.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="file">Its file, when it tells.</param>
    /// <param name="wasFetched">It answers a fetch, and what is before it in the answer is not there.</param>
    /// <param name="missing">How many before it the decoder does not have, though it should.</param>
    public bool Take(long number, long? file, bool wasFetched, out long missing)
    {
        missing = 0;
        if (file is { } told && told != File)
        {
            Begin(told);
        }

        Highest = Math.Max(Highest, number);
        if (wasFetched && _fruitless >= FruitlessFetches && number > Last + 1)
        {
            missing = number - Last - 1;
            Last = number - 1;
        }

        if (number != Last + 1)
        {
            return false;
        }

        Last = number;
        return true;
    }

    /// <summary>The question for the next passings that were missed.</summary>
    public string Fetch()
    {
        _lastAtFetch = Last;
        return string.Create(CultureInfo.InvariantCulture, $"{Last + 1}:{Math.Min(FetchSize, Highest - Last)}");
    }

    /// <summary>The answer to a fetch is complete; true when the decoder does not have what it counts, and it is given up.</summary>
    public bool EndFetch()
    {
        _fruitless = Last == _lastAtFetch ? _fruitless + 1 : 0;
        if (_fruitless <= FruitlessFetches)
        {
            return false;
        }

        _fruitless = 0;
        Last = Math.Min(Highest, Last + FetchSize);
        return true;
    }

    /// <summary>Everything that was taken is on disk.</summary>
    public void Stored()
    {
        if ((_storedFile, _stored) == (File, Last))
        {
            return;
        }

        _memory.Remember(Key, string.Create(CultureInfo.InvariantCulture, $"{File}:{Last}"));
        (_storedFile, _stored) = (File, Last);
    }

    private void Begin(long file) => (File, Last, Highest, _fruitless) = (file, 0, 0, 0);
}
