namespace RaceSystem.Racectl;

/// <summary>What the person gave cannot be used; carries everything that is wrong with it.</summary>
internal sealed class InputException(string message, IReadOnlyList<Problem>? problems = null) : Exception(message)
{
    public IReadOnlyList<Problem> Problems { get; } = problems ?? [];
}
