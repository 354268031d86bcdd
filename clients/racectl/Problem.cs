namespace RaceSystem.Racectl;

/// <summary>One thing that is wrong in a file.</summary>
/// <param name="Line">Line of the file, 1 for the first; 0 when no line is to blame.</param>
/// <param name="Field">Column or field; empty when the line as a whole is wrong.</param>
/// <param name="Message">What is wrong and what would be right.</param>
internal sealed record Problem(int Line, string Field, string Message)
{
    public override string ToString() =>
        (Line > 0 ? $"line {Line}: " : "") + (Field.Length > 0 ? $"{Field}: " : "") + Message;
}
