using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RaceSystem.Client;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.EdgeAgent.Upload;

/// <summary>
/// What Timing refuses for good is set aside in a file that people can read and import, <c>refused-DEVICE.csv</c>, and the
/// batch goes on without it: nothing waits behind a read that nobody takes. Safe to use from several threads.
/// </summary>
internal sealed partial class RefusedBatches(string folder, string deviceId, TimeProvider time)
{
    /// <summary>Parts of one batch that are set aside one by one; then all of it is.</summary>
    private const int MaxParts = 50;

    private readonly Lock _lock = new();
    private readonly Dictionary<(long Epoch, long Sequence), (ReadBatch Batch, int Parts)> _replacements = [];

    /// <summary>Reads and markers set aside since the start.</summary>
    internal long Count { get; private set; }

    /// <summary>Where they are.</summary>
    internal string Path { get; } = System.IO.Path.Combine(folder, $"refused-{deviceId}.csv");

    /// <summary>Whether a refusal concerns a batch and will be the same tomorrow.</summary>
    internal static bool IsPermanent(RaceSystemException refusal) =>
        refusal.StatusCode == Grpc.Core.StatusCode.InvalidArgument && refusal.Violations.Any(violation => violation.Field.StartsWith("batch.", StringComparison.Ordinal));

    /// <summary>The batch, less what of it is set aside.</summary>
    internal ReadBatch Replace(long epoch, ReadBatch batch)
    {
        lock (_lock)
        {
            return _replacements.TryGetValue((epoch, batch.Sequence), out var replacement) ? replacement.Batch : batch;
        }
    }

    /// <summary>Sets aside what Timing refused of a batch: the read, chip or marker that it names, otherwise everything.</summary>
    /// <exception cref="IOException">The file could not be written.</exception>
    internal void SetAside(long epoch, ReadBatch original, RaceSystemException refusal)
    {
        lock (_lock)
        {
            var (batch, parts) = _replacements.GetValueOrDefault((epoch, original.Sequence), (original, 0));
            var (reads, markers) = parts < MaxParts ? Named(batch, refusal) : All(batch);
            if (reads.Count == 0 && markers.Count == 0)
            {
                (reads, markers) = All(batch);
            }

            Write(epoch, batch, reads, markers, refusal);
            Count += reads.Count + markers.Count;
            _replacements[(epoch, original.Sequence)] = (Without(batch, reads, markers), parts + 1);
        }
    }

    private static (HashSet<int> Reads, HashSet<int> Markers) All(ReadBatch batch) =>
        ([.. Enumerable.Range(0, batch.TimeUs.Count)], [.. Enumerable.Range(0, batch.Markers.Count)]);

    private static (HashSet<int> Reads, HashSet<int> Markers) Named(ReadBatch batch, RaceSystemException refusal)
    {
        var (reads, markers) = (new HashSet<int>(), new HashSet<int>());
        foreach (var match in refusal.Violations.Select(violation => Part().Match(violation.Field)).Where(match => match.Success))
        {
            var index = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
            switch (match.Groups[1].Value)
            {
                case "markers" when index < batch.Markers.Count:
                    markers.Add(index);
                    break;
                case "chip_codes":
                    reads.UnionWith(Enumerable.Range(0, batch.TimeUs.Count).Where(i => batch.ChipIndex[i] == index));
                    break;
                case "time_us" or "rssi_dbm" or "antenna" or "chip_index" when index < batch.TimeUs.Count:
                    reads.Add(index);
                    break;
                default:
                    break;
            }
        }

        return (reads, markers);
    }

    private static ReadBatch Without(ReadBatch batch, HashSet<int> reads, HashSet<int> markers)
    {
        var builder = new ReadBatchBuilder();
        for (var i = 0; i < batch.TimeUs.Count; i++)
        {
            if (!reads.Contains(i))
            {
                builder.Add(batch.ChipCodes[(int)batch.ChipIndex[i]], batch.TimeUs[i], batch.RssiDbm[i], (int)batch.Antenna[i]);
            }
        }

        var rest = builder.Build();
        rest.Markers.Add(batch.Markers.Where((_, i) => !markers.Contains(i)));
        rest.Sequence = batch.Sequence;
        return rest;
    }

    private void Write(long epoch, ReadBatch batch, HashSet<int> reads, HashSet<int> markers, RaceSystemException refusal)
    {
        var text = new StringBuilder();
        var said = refusal.Message.ReplaceLineEndings(" ");
        text.Append(CultureInfo.InvariantCulture, $"# {time.GetUtcNow():O} batch {batch.Sequence} of epoch {epoch}: {refusal.Reason} {said}\n");
        foreach (var i in reads.Order())
        {
            text.Append(CultureInfo.InvariantCulture, $"{batch.ChipCodes[(int)batch.ChipIndex[i]]},{batch.TimeUs[i]},{batch.RssiDbm[i]},{batch.Antenna[i]}\n");
        }

        foreach (var i in markers.Order())
        {
            text.Append(CultureInfo.InvariantCulture, $"# marker {batch.Markers[i].Kind} at {batch.Markers[i].TimeUs}: {batch.Markers[i].Name.ReplaceLineEndings(" ")}\n");
        }

        using var file = new FileStream(Path, FileMode.Append);
        file.Write(Encoding.UTF8.GetBytes(text.ToString()));
        file.Flush(flushToDisk: true);
    }

    [GeneratedRegex(@"^batch\.(\w+)\[(\d{1,6})\]")]
    private static partial Regex Part();
}
