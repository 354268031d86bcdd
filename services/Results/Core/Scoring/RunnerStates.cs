using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Scoring;

/// <summary>Columns of a race's runners that are not of one visit, and the marks of those to score again.</summary>
internal sealed class RunnerStates(int runners)
{
    private readonly int[] _marked = new int[runners];
    private readonly bool[] _isMarked = new bool[runners];

    public ResultStatus[] Status { get; } = NewStatus(runners);

    /// <summary>Furthest visit measured, or -1.</summary>
    public sbyte[] LastVisit { get; } = NewLastVisit(runners);

    /// <summary>An entry changed since the facts were copied.</summary>
    public bool FactsChanged { get; set; } = true;

    /// <summary>The entries and groups as of the last snapshot.</summary>
    public RosterFacts? Facts { get; private set; }

    public int MarkedCount { get; private set; }

    /// <summary>States of their own that say the same.</summary>
    public RunnerStates Copy()
    {
        var copy = new RunnerStates(Status.Length) { FactsChanged = FactsChanged, Facts = Facts, MarkedCount = MarkedCount };
        Status.CopyTo(copy.Status, 0);
        LastVisit.CopyTo(copy.LastVisit, 0);
        _marked.CopyTo(copy._marked, 0);
        _isMarked.CopyTo(copy._isMarked, 0);
        return copy;
    }

    public ReadOnlySpan<int> Marked => _marked.AsSpan(0, MarkedCount);

    public void Mark(int runner)
    {
        if (!_isMarked[runner])
        {
            _isMarked[runner] = true;
            _marked[MarkedCount++] = runner;
        }
    }

    public void ClearMarks()
    {
        foreach (var runner in Marked)
        {
            _isMarked[runner] = false;
        }

        MarkedCount = 0;
    }

    public void Set(int runner, ResultStatus status, int lastVisit)
    {
        Status[runner] = status;
        LastVisit[runner] = (sbyte)lastVisit;
    }

    /// <summary>A declaration wins; otherwise what was measured tells.</summary>
    /// <param name="declared">Declared or decided; none: what was measured tells.</param>
    /// <param name="lastVisit">Furthest visit measured, or -1.</param>
    /// <param name="finish">The last visit.</param>
    /// <param name="isLate">A gate had closed, or the race, when the runner came.</param>
    public static ResultStatus StatusOf(ResultStatus declared, int lastVisit, int finish, bool isLate) =>
        declared != ResultStatus.None ? declared
        : lastVisit < 0 ? ResultStatus.Registered
        : isLate ? ResultStatus.OverTimeLimit
        : lastVisit < finish ? ResultStatus.OnCourse
        : ResultStatus.Finished;

    /// <summary>Whether a runner of a status has a place at a split, or at the finish.</summary>
    public static bool Ranks(ResultStatus status, bool finish) => status switch
    {
        ResultStatus.Finished => true,
        ResultStatus.OnCourse or ResultStatus.Dnf or ResultStatus.OverTimeLimit => !finish,
        _ => false,
    };

    /// <summary>Copies the roster for the next snapshot, if it changed.</summary>
    public void CopyFacts(Roster roster)
    {
        if (FactsChanged)
        {
            Facts = new RosterFacts([.. roster.Entries], [.. roster.Waves], [.. roster.Profiles], roster.Groups.Copy());
            FactsChanged = false;
        }
    }

    private static ResultStatus[] NewStatus(int runners)
    {
        var status = new ResultStatus[runners];
        Array.Fill(status, ResultStatus.Registered);
        return status;
    }

    private static sbyte[] NewLastVisit(int runners)
    {
        var visits = new sbyte[runners];
        Array.Fill(visits, (sbyte)-1);
        return visits;
    }
}
