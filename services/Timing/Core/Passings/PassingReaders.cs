namespace RaceSystem.Timing.Core.Passings;

/// <summary>Which devices read passings: to tell how many each group misses.</summary>
/// <param name="Main">Passings that a main device read.</param>
/// <param name="Backup">Passings that a backup device read.</param>
/// <param name="Both">Passings that both read; counted in the others too.</param>
public readonly record struct PassingReaders(long Main, long Backup, long Both)
{
    /// <summary>Sum of two counts.</summary>
    public static PassingReaders operator +(PassingReaders left, PassingReaders right) =>
        new(left.Main + right.Main, left.Backup + right.Backup, left.Both + right.Both);

    /// <summary>Difference of two counts.</summary>
    public static PassingReaders operator -(PassingReaders left, PassingReaders right) =>
        new(left.Main - right.Main, left.Backup - right.Backup, left.Both - right.Both);
}
