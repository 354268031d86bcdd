namespace RaceSystem.Client.Tests.Fakes;

internal enum Fault
{
    None,

    /// <summary>The connection breaks before the batch is on disk.</summary>
    DropBefore,

    /// <summary>The connection breaks after the commit and before the ack.</summary>
    DropAfter,

    /// <summary>The server says that it goes away.</summary>
    Unavailable,
}
