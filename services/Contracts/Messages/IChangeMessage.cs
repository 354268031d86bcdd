namespace RaceSystem.Contracts.Messages;

/// <summary>
/// A range of a log, told after its commit. A hint: the log is the truth, and a follower that finds a gap asks
/// ChangelogService. Message names are part of the contract (tests/Contracts.Tests holds them).
/// </summary>
public interface IChangeMessage
{
    /// <summary>Service that owns the log.</summary>
    string Owner { get; }

    /// <summary>Meet the log belongs to.</summary>
    string MeetId { get; }

    /// <summary>Identity of the log; another one than before means that the log was made anew.</summary>
    string LogId { get; }

    /// <summary>First sequence of the range.</summary>
    long FirstSequence { get; }

    /// <summary>Last sequence of the range; every sequence between the two is in <see cref="Records"/>.</summary>
    long LastSequence { get; }

    /// <summary>The records, serialized <c>racesystem.changelog.v1.ListChangesResponse</c>.</summary>
    byte[] Records { get; }
}
