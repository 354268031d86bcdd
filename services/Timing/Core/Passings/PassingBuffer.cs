namespace RaceSystem.Timing.Core.Passings;

/// <summary>
/// Takes the passings of one key, earliest first. A chip that lies beside a mat for hours makes thousands; kept are
/// the first and the last <see cref="HalfLimit"/>, so that neither the hours before the race nor those after it push
/// the race out, and a record of the log stays small. Reused; not thread-safe.
/// </summary>
public sealed class PassingBuffer
{
    /// <summary>How many of the earliest, and how many of the latest passings are kept.</summary>
    public const int HalfLimit = 500;

    private Passing[] _passings = new Passing[8];
    private int _count;

    /// <summary>What was taken since <see cref="Clear"/>, earliest first.</summary>
    public ReadOnlySpan<Passing> Passings => _passings.AsSpan(0, _count);

    /// <summary>Which devices read them; those that <see cref="Trim"/> drops count too.</summary>
    public PassingReaders Readers { get; private set; }

    internal void Clear()
    {
        _count = 0;
        Readers = default;
    }

    internal void Add(in Passing passing, PassingReaders readers)
    {
        Readers += readers;
        if (_count == _passings.Length)
        {
            Array.Resize(ref _passings, _passings.Length * 2);
        }

        _passings[_count++] = passing;
    }

    /// <summary>Drops the middle of what is above the limit.</summary>
    /// <returns>Which ones, counted from 0.</returns>
    internal Range Trim()
    {
        if (_count <= 2 * HalfLimit)
        {
            return default;
        }

        var dropped = HalfLimit..(_count - HalfLimit);
        _passings.AsSpan(_count - HalfLimit, HalfLimit).CopyTo(_passings.AsSpan(HalfLimit));
        _count = 2 * HalfLimit;
        return dropped;
    }
}
