namespace RaceSystem.Timing.Core.Chips;

/// <summary>A set of numbered chips that is filled and emptied again and again. Not thread-safe.</summary>
public sealed class ChipMarks
{
    private readonly List<int> _marked = [];
    private bool[] _isMarked = [];

    /// <summary>Marks a chip; once until it is taken.</summary>
    public void Mark(int chip)
    {
        if (chip >= _isMarked.Length)
        {
            Array.Resize(ref _isMarked, Math.Max(chip + 1, Math.Max(64, _isMarked.Length * 2)));
        }

        if (!_isMarked[chip])
        {
            _isMarked[chip] = true;
            _marked.Add(chip);
        }
    }

    /// <summary>Gives every marked chip to the receiver and forgets the marks.</summary>
    public void Take(Action<int> receiver)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        foreach (var chip in _marked)
        {
            _isMarked[chip] = false;
            receiver(chip);
        }

        _marked.Clear();
    }
}
