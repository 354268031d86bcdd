using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace RaceSystem.Timing.EdgeAgent.Spool.Disk;

/// <summary>A folder of the machine's file system.</summary>
internal sealed class FolderDisk : ISpoolDisk, IDisposable
{
    private const int ReadOnly = 0;

    private const string LockName = "lock";

    private readonly string _folder;
    private readonly FileStream _lock;

    internal FolderDisk(string folder)
    {
        _folder = Directory.CreateDirectory(folder).FullName;

        // Two agents in one folder would write into each other's spool.
        _lock = new FileStream(PathOf(LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        for (var above = Path.GetDirectoryName(_folder); above is { Length: > 0 }; above = Path.GetDirectoryName(above))
        {
            // Its own name has to survive too, and those of folders made on the way to it.
            _ = TrySync(above);
        }
    }

    public long FreeBytes => new DriveInfo(_folder).AvailableFreeSpace;

    public DateTimeOffset WrittenAt(string name) => new(File.GetLastWriteTimeUtc(PathOf(name)), TimeSpan.Zero);

    public IReadOnlyList<string> List() => [.. Directory.EnumerateFiles(_folder).Select(path => Path.GetFileName(path))];

    public ISpoolFile Create(string name, long reserveBytes)
    {
        var path = PathOf(name);
        return new FolderFile(File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, FileOptions.None, reserveBytes));
    }

    public ISpoolFile Open(string name) => new FolderFile(File.OpenHandle(PathOf(name), FileMode.Open, FileAccess.ReadWrite, FileShare.Read));

    public void Rename(string from, string to) => File.Move(PathOf(from), PathOf(to), overwrite: true);

    public void Delete(string name) => File.Delete(PathOf(name));

    public void SyncFolder()
    {
        if (!TrySync(_folder))
        {
            throw new IOException($"The folder {_folder} could not be made durable (error {Marshal.GetLastPInvokeError()}).");
        }
    }

    public void Dispose() => _lock.Dispose();

    private string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>.NET opens no folders. Windows keeps names by itself, in the journal of NTFS.</summary>
    private static bool TrySync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        var handle = open(folder, ReadOnly);
        if (handle < 0)
        {
            return false;
        }

        var synced = fsync(handle) == 0;
        return close(handle) == 0 && synced;
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int fsync(int handle);

    [DllImport("libc", SetLastError = true)]
    private static extern int close(int handle);

    private sealed class FolderFile(SafeFileHandle handle) : ISpoolFile
    {
        public long Length => RandomAccess.GetLength(handle);

        public int Read(Span<byte> buffer, long offset)
        {
            var total = 0;
            while (total < buffer.Length && RandomAccess.Read(handle, buffer[total..], offset + total) is > 0 and var count)
            {
                total += count;
            }

            return total;
        }

        public void Write(ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(handle, bytes, offset);

        public void Flush() => RandomAccess.FlushToDisk(handle);

        public void Truncate(long length) => RandomAccess.SetLength(handle, length);

        public void Dispose() => handle.Dispose();
    }
}
