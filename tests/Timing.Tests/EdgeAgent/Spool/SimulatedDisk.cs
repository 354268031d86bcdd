using RaceSystem.Timing.EdgeAgent.Spool.Disk;

namespace RaceSystem.Timing.Tests.EdgeAgent.Spool;

/// <summary>
/// A disk that forgets at a power cut what was not flushed: of every write since the last flush any sectors and part of one
/// may have arrived, of the names any beginning of the changes since the last folder sync.
/// </summary>
internal sealed class SimulatedDisk : ISpoolDisk
{
    private const int Sector = 64;

    private readonly Dictionary<string, SimulatedFile> _names = [];
    private readonly List<Action<Dictionary<string, SimulatedFile>>> _unsynced = [];
    private Dictionary<string, SimulatedFile> _durable = [];

    /// <summary>A disk with one file.</summary>
    internal static SimulatedDisk With(string name, byte[] bytes)
    {
        var disk = new SimulatedDisk();
        disk._names.Add(name, new SimulatedFile(disk) { Bytes = bytes });
        return disk;
    }

    /// <summary>Operations until the power goes; null: never.</summary>
    internal int? PowerLeft { get; set; }

    /// <summary>Bytes that the disk holds.</summary>
    internal long Capacity { get; set; } = long.MaxValue;

    /// <summary>The next flush fails, and nobody knows what became of its bytes.</summary>
    internal bool FailsNextFlush { get; set; }

    public long FreeBytes => Capacity - _names.Values.Sum(file => file.Used);

    internal IReadOnlyDictionary<string, SimulatedFile> Files => _names;

    public IReadOnlyList<string> List() => [.. _names.Keys];

    public DateTimeOffset WrittenAt(string name) => DateTimeOffset.UnixEpoch;

    public ISpoolFile Create(string name, long reserveBytes)
    {
        Step();
        if (_names.ContainsKey(name) || reserveBytes > FreeBytes)
        {
            throw new IOException("No space left on device, or there is such a file.");
        }

        var file = new SimulatedFile(this) { Reserved = reserveBytes };
        Rename(names => names[name] = file);
        return file;
    }

    public ISpoolFile Open(string name) => _names.GetValueOrDefault(name) ?? throw new FileNotFoundException(name);

    public void Rename(string from, string to)
    {
        Step();
        Rename(names =>
        {
            if (names.Remove(from, out var file))
            {
                names[to] = file;
            }
        });
    }

    public void Delete(string name)
    {
        Step();
        Rename(names => names.Remove(name));
    }

    public void SyncFolder()
    {
        Step();
        _durable = new Dictionary<string, SimulatedFile>(_names);
        _unsynced.Clear();
    }

    /// <summary>The disk as it is after the power came back.</summary>
    internal SimulatedDisk PowerCut(Random random)
    {
        var names = new Dictionary<string, SimulatedFile>(_durable);
        foreach (var change in _unsynced.Take(random.Next(_unsynced.Count + 1)))
        {
            change(names);
        }

        var after = new SimulatedDisk();
        foreach (var (name, file) in names)
        {
            after._names.Add(name, file.AfterPowerCut(after, random));
        }

        after._durable = new Dictionary<string, SimulatedFile>(after._names);
        return after;
    }

    private void Step()
    {
        if (PowerLeft is { } left && (PowerLeft = left - 1) <= 0)
        {
            throw new PowerCutException();
        }
    }

    private void Rename(Action<Dictionary<string, SimulatedFile>> change)
    {
        change(_names);
        _unsynced.Add(change);
    }

    internal sealed class PowerCutException : Exception;

    internal sealed class SimulatedFile(SimulatedDisk disk) : ISpoolFile
    {
        private readonly List<(long Offset, byte[] Bytes)> _unflushed = [];
        private byte[] _durable = [];

        internal byte[] Bytes { get; set; } = [];

        internal long Reserved { get; set; }

        internal long Used => Math.Max(Bytes.Length, Reserved);

        public long Length => Bytes.Length;

        public int Read(Span<byte> buffer, long offset)
        {
            var count = (int)Math.Clamp(Bytes.Length - offset, 0, buffer.Length);
            Bytes.AsSpan((int)Math.Min(offset, Bytes.Length), count).CopyTo(buffer);
            return count;
        }

        public void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            disk.Step();
            var more = offset + bytes.Length - Used;
            if (more > disk.FreeBytes)
            {
                // A real disk takes the beginning.
                Put(bytes[..(int)Math.Max(0, bytes.Length - (more - disk.FreeBytes))], offset);
                throw new IOException("No space left on device.");
            }

            Put(bytes, offset);
        }

        public void Flush()
        {
            if (disk.FailsNextFlush)
            {
                disk.FailsNextFlush = false;
                throw new IOException("Input/output error.");
            }

            disk.Step();
            _durable = [.. Bytes];
            _unflushed.Clear();
        }

        public void Truncate(long length)
        {
            disk.Step();
            Reserved = 0;
            Bytes = Bytes[..(int)Math.Min(length, Bytes.Length)];
        }

        public void Dispose()
        {
        }

        internal SimulatedFile AfterPowerCut(SimulatedDisk after, Random random)
        {
            var bytes = new List<byte>(_durable);
            foreach (var (offset, written) in _unflushed)
            {
                for (var at = 0; at < written.Length; at += Sector)
                {
                    var arrived = random.Next(4) switch { 0 => 0, 1 => random.Next(Sector), _ => Sector };
                    for (var i = at; i < Math.Min(at + arrived, written.Length); i++)
                    {
                        while (bytes.Count <= offset + i)
                        {
                            bytes.Add(0);
                        }

                        bytes[(int)offset + i] = written[i];
                    }
                }
            }

            return new SimulatedFile(after) { Bytes = [.. bytes], _durable = [.. bytes] };
        }

        private void Put(ReadOnlySpan<byte> bytes, long offset)
        {
            if (Bytes.Length < offset + bytes.Length)
            {
                Bytes = [.. Bytes, .. new byte[offset + bytes.Length - Bytes.Length]];
            }

            bytes.CopyTo(Bytes.AsSpan((int)offset));
            _unflushed.Add((offset, bytes.ToArray()));
        }
    }
}
