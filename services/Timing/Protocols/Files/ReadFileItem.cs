namespace RaceSystem.Timing.Protocols.Files;

/// <summary>What one line or frame of a file holds. Lines without reads (comments, commands, blank ones) give no item.</summary>
/// <param name="Line">Number of the line, from 1; of the frame where the format has no lines.</param>
/// <param name="Location">The decoder's name for where it was made; empty when the format has none.</param>
public abstract record ReadFileItem(int Line, string Location)
{
    /// <summary>A read.</summary>
    public sealed record Read(int Line, string Location, DecodedRead Value) : ReadFileItem(Line, Location);

    /// <summary>A marker.</summary>
    public sealed record Marker(int Line, string Location, DecodedMarker Value) : ReadFileItem(Line, Location);

    /// <summary>A line that makes no sense, with the reason and its beginning (at most 200 characters, control characters escaped).</summary>
    public sealed record Rejected(int Line, string Location, string Reason, string Text) : ReadFileItem(Line, Location);
}
