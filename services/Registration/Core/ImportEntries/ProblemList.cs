namespace RaceSystem.Registration.Core.ImportEntries;

/// <summary>Keeps the first problems in line order, however many come in whatever order.</summary>
internal sealed class ProblemList
{
    private const int PruneAt = 4 * ImportLimits.Problems;

    private List<RowProblem> _problems = [];

    public void Add(RowProblem problem)
    {
        _problems.Add(problem);
        if (_problems.Count >= PruneAt)
        {
            _problems = First();
        }
    }

    /// <summary>The first problems by line; those of one line in the order in which they were found.</summary>
    public List<RowProblem> First() => [.. _problems.OrderBy(problem => problem.Line).Take(ImportLimits.Problems)];
}
