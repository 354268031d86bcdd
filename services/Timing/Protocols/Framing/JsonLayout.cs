namespace RaceSystem.Timing.Protocols.Framing;

/// <summary>How objects lie on lines.</summary>
public enum JsonLayout
{
    /// <summary>An object never goes on behind the end of a line: a connection, which must find its way back after a broken one.</summary>
    Lines,

    /// <summary>As <see cref="Lines"/>, but an object whose opening bracket ends its line is indented and ends by its brackets: a file.</summary>
    LinesOrIndented,

    /// <summary>Lines mean nothing: the body of one request.</summary>
    Free,
}
