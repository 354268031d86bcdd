using System.Buffers.Binary;
using System.Numerics;
using Google.Protobuf;
using Microsoft.Win32.SafeHandles;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>
/// Every read the agent has acknowledged, in one append-only file: a header (magic, epoch, checksum) and one record a
/// batch (length, CRC-32C, ReadBatch), each on disk before <see cref="Append"/> returns. A write that a power cut tore is
/// cut off at the next start. Appending is for one thread, reading for any.
/// </summary>
internal sealed class SpoolFile : IDisposable
{
    /// <summary>Largest record; what a torn write can leave behind is not longer.</summary>
    internal const int MaxRecordBytes = 1 << 20;

    private const int HeaderBytes = 20;
    private const int FrameBytes = 8;
    private static readonly byte[] Magic = "RSSPOOL1"u8.ToArray();

    private readonly SafeFileHandle _file;
    private readonly Lock _lock = new();
    private readonly List<long> _offsets = [];
    private long _end;

    private SpoolFile(SafeFileHandle file, long epoch)
    {
        _file = file;
        Epoch = epoch;
        _end = HeaderBytes;
    }

    /// <summary>Begins anew with every spool, so that a lost one cannot be taken for its successor.</summary>
    internal long Epoch { get; }

    /// <summary>Sequence of the last record on disk; 0 before the first.</summary>
    internal long LastSequence
    {
        get
        {
            lock (_lock)
            {
                return _offsets.Count;
            }
        }
    }

    /// <summary>Reads on disk.</summary>
    internal long ReadCount { get; private set; }

    /// <summary>Bytes that the last power cut had left behind and that were cut off.</summary>
    internal long TornBytes { get; private set; }

    /// <summary>Opens or makes the spool.</summary>
    /// <exception cref="InvalidDataException">The file is damaged in its middle, which no torn write explains.</exception>
    internal static SpoolFile Open(string path, TimeProvider time)
    {
        var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            var spool = RandomAccess.GetLength(file) > HeaderBytes || HasHeader(file, out _) ? OpenExisting(file, path) : Create(file, time);
            spool.Load(path);
            return spool;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Gives the batch the next sequence and puts it on disk.</summary>
    /// <exception cref="IOException">The disk did not take it; the spool is as before and nothing may be acknowledged.</exception>
    internal void Append(ReadBatch batch)
    {
        batch.Sequence = LastSequence + 1;
        var payload = batch.ToByteArray();
        if (payload.Length > MaxRecordBytes - FrameBytes)
        {
            throw new ArgumentException($"A record of {payload.Length} bytes is too long.", nameof(batch));
        }

        var record = new byte[FrameBytes + payload.Length];
        BinaryPrimitives.WriteInt32LittleEndian(record, payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(4), Checksum(payload));
        payload.CopyTo(record, FrameBytes);
        try
        {
            RandomAccess.Write(_file, record, _end);
            RandomAccess.FlushToDisk(_file);
        }
        catch (IOException)
        {
            TryCutBack();
            throw;
        }

        lock (_lock)
        {
            _offsets.Add(_end);
        }

        _end += record.Length;
        ReadCount += batch.TimeUs.Count;
    }

    /// <summary>The record with a sequence from 1 to <see cref="LastSequence"/>.</summary>
    internal ReadBatch Read(long sequence)
    {
        long offset;
        lock (_lock)
        {
            offset = _offsets[(int)(sequence - 1)];
        }

        return TryRead(offset, long.MaxValue, out var batch, out _)
            ? batch
            : throw new InvalidDataException($"Record {sequence} of the spool cannot be read back: the disk is failing.");
    }

    public void Dispose() => _file.Dispose();

    private static SpoolFile Create(SafeFileHandle file, TimeProvider time)
    {
        // Nothing was acknowledged out of a spool whose header is torn: it is on disk before the first record.
        var epoch = Math.Max(1, time.GetUtcNow().ToUnixTimeMilliseconds());
        var header = new byte[HeaderBytes];
        Magic.CopyTo(header, 0);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(8), epoch);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), Checksum(header.AsSpan(0, 16)));
        RandomAccess.SetLength(file, 0);
        RandomAccess.Write(file, header, 0);
        RandomAccess.FlushToDisk(file);
        return new SpoolFile(file, epoch);
    }

    private static SpoolFile OpenExisting(SafeFileHandle file, string path) => HasHeader(file, out var epoch)
        ? new SpoolFile(file, epoch)
        : throw new InvalidDataException($"{path} is not a spool or its header is damaged: keep it for rescue and start with another folder.");

    private static bool HasHeader(SafeFileHandle file, out long epoch)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        epoch = 0;
        if (RandomAccess.Read(file, header, 0) < HeaderBytes || !header[..8].SequenceEqual(Magic)
            || BinaryPrimitives.ReadUInt32LittleEndian(header[16..]) != Checksum(header[..16]))
        {
            return false;
        }

        epoch = BinaryPrimitives.ReadInt64LittleEndian(header[8..]);
        return true;
    }

    private void Load(string path)
    {
        var length = RandomAccess.GetLength(_file);
        while (TryRead(_end, length, out var batch, out var next) && batch.Sequence == _offsets.Count + 1)
        {
            _offsets.Add(_end);
            _end = next;
            ReadCount += batch.TimeUs.Count;
        }

        TornBytes = length - _end;
        if (TornBytes > MaxRecordBytes)
        {
            throw new InvalidDataException($"{path} is damaged at byte {_end}, with {TornBytes} bytes behind: more than a torn write leaves. Keep it for rescue and start with another folder.");
        }

        if (TornBytes > 0)
        {
            RandomAccess.SetLength(_file, _end);
            RandomAccess.FlushToDisk(_file);
        }
    }

    private bool TryRead(long offset, long length, out ReadBatch batch, out long next)
    {
        (batch, next) = (null!, offset);
        Span<byte> frame = stackalloc byte[FrameBytes];
        if (RandomAccess.Read(_file, frame, offset) < FrameBytes)
        {
            return false;
        }

        var size = BinaryPrimitives.ReadInt32LittleEndian(frame);
        if (size is < 0 or > MaxRecordBytes - FrameBytes || size > length - offset - FrameBytes)
        {
            return false;
        }

        var payload = new byte[size];
        if (RandomAccess.Read(_file, payload, offset + FrameBytes) < size || Checksum(payload) != BinaryPrimitives.ReadUInt32LittleEndian(frame[4..]))
        {
            return false;
        }

        batch = ReadBatch.Parser.ParseFrom(payload);
        next = offset + FrameBytes + size;
        return true;
    }

    private void TryCutBack()
    {
        try
        {
            RandomAccess.SetLength(_file, _end);
        }
        catch (IOException)
        {
            // The next append writes over it, and the next start cuts it off.
        }
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}
