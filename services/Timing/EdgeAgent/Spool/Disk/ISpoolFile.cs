namespace RaceSystem.Timing.EdgeAgent.Spool.Disk;

/// <summary>A file of a spool. Reading is for any thread, the rest for one. Every method may throw an <see cref="IOException"/>.</summary>
internal interface ISpoolFile : IDisposable
{
    /// <summary>Bytes in the file; reserved room does not count or reads as zeros.</summary>
    long Length { get; }

    /// <summary>Reads up to the length of the buffer.</summary>
    int Read(Span<byte> buffer, long offset);

    /// <summary>Writes; what was written survives a power cut only after <see cref="Flush"/>.</summary>
    void Write(ReadOnlySpan<byte> bytes, long offset);

    /// <summary>Makes what was written durable. After a failure nobody knows what is: the file must not be written any more.</summary>
    void Flush();

    /// <summary>Gives back what lies behind an offset.</summary>
    void Truncate(long length);
}
