namespace RaceSystem.Results.Core.Ranking;

/// <summary>Runners of a visit who have to be ranked anew, each once.</summary>
internal sealed class ChangedRunners(int runners)
{
    private readonly bool[] _isChanged = new bool[runners];
    private readonly int[] _runners = GC.AllocateUninitializedArray<int>(runners);

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>In the order in which they changed, until sorted.</summary>
    public Span<int> All => _runners.AsSpan(0, Count);

    /// <summary>Whether a runner is one of them.</summary>
    public bool Contains(int runner) => _isChanged[runner];

    public void Add(int runner)
    {
        if (!_isChanged[runner])
        {
            _isChanged[runner] = true;
            _runners[Count++] = runner;
        }
    }

    public void Clear()
    {
        foreach (var runner in All)
        {
            _isChanged[runner] = false;
        }

        Count = 0;
    }
}
