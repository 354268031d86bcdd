namespace RaceSystem.Timing.Core.Progress;

/// <summary>Counts of every visit of one course, kept up to date by what each runner's set of visits was and is.</summary>
internal sealed class VisitCounter(int visits)
{
    private readonly int[] _expected = new int[visits];
    private readonly int[] _seen = new int[visits];
    private readonly int[] _missed = new int[visits];

    internal VisitCounts CountsOf(int visit) => new(_expected[visit], _seen[visit], _missed[visit]);

    /// <summary>A runner who was seen at these visits joins.</summary>
    internal void Add(UInt128 seen)
    {
        if (visits > 0)
        {
            _expected[0]++;
        }

        Count(seen, 1);
    }

    internal void Change(UInt128 before, UInt128 after)
    {
        Count(before, -1);
        Count(after, 1);
    }

    private void Count(UInt128 seen, int one)
    {
        if (seen == UInt128.Zero)
        {
            return;
        }

        var first = (int)UInt128.TrailingZeroCount(seen);
        for (var visit = 0; visit < visits; visit++)
        {
            var rest = seen >> visit;
            _expected[visit] += visit > first ? one : 0;
            if ((rest & UInt128.One) != UInt128.Zero)
            {
                _seen[visit] += one;
            }
            else if (rest != UInt128.Zero && (visit == 0 || visit > first))
            {
                _missed[visit] += one;
            }
        }
    }
}
