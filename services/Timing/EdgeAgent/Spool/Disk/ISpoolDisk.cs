namespace RaceSystem.Timing.EdgeAgent.Spool.Disk;

/// <summary>
/// The folder of a spool. A file that was made, renamed or deleted is certainly so after a power cut only when
/// <see cref="SyncFolder"/> returned. Every method may throw an <see cref="IOException"/>.
/// </summary>
internal interface ISpoolDisk
{
    /// <summary>Names of the files.</summary>
    IReadOnlyList<string> List();

    /// <summary>Makes a file, with room for <paramref name="reserveBytes"/> taken from the disk when it has so much.</summary>
    /// <exception cref="IOException">There is no room; no file is left behind.</exception>
    ISpoolFile Create(string name, long reserveBytes);

    /// <summary>Opens a file.</summary>
    ISpoolFile Open(string name);

    /// <summary>Renames a file, over another one if there is one.</summary>
    void Rename(string from, string to);

    /// <summary>Deletes a file.</summary>
    void Delete(string name);

    /// <summary>Makes the names of the files durable.</summary>
    void SyncFolder();

    /// <summary>When a file was last written.</summary>
    DateTimeOffset WrittenAt(string name);

    /// <summary>Bytes that the disk has left.</summary>
    long FreeBytes { get; }
}
