namespace RaceSystem.Timing.Protocols.Framing;

/// <summary>What a piece of a stream of JSON is.</summary>
public enum JsonFrameKind
{
    /// <summary>A whole object, by its brackets; its list, when one was asked for, is left out.</summary>
    Whole,

    /// <summary>An object out of the list of the object around it, which follows.</summary>
    Element,

    /// <summary>A line that does not begin as JSON.</summary>
    Text,

    /// <summary>An object that does not end, or is too long.</summary>
    Broken,
}
