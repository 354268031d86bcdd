namespace RaceSystem.Simulation.Tests.Timing;

/// <summary>
/// A device with a spool: batches with gapless sequences, sent again and again until their sequence is acknowledged. Its
/// spool may be lost; what was not acknowledged by then is gone, and a new epoch begins.
/// </summary>
internal sealed class SimulatedDevice(string deviceId, string pointId)
{
    private readonly List<SimulatedRead[]> _spool = [];

    internal string DeviceId { get; } = deviceId;

    internal string PointId { get; } = pointId;

    internal long Epoch { get; private set; } = 1;

    internal long Acknowledged { get; private set; }

    internal bool IsDone => Acknowledged == _spool.Count;

    internal void Journal(SimulatedRead[] batch) => _spool.Add(batch);

    internal SimulatedRead[] BatchOf(long sequence) => _spool[(int)sequence - 1];

    /// <summary>A sequence it may send now: usually the next, sometimes one sent before, sometimes too early.</summary>
    internal long? NextToSend(Random random)
    {
        var sequence = Acknowledged + 1 + random.Next(-2, 3);
        return sequence >= 1 && sequence <= _spool.Count ? sequence : null;
    }

    internal void TakeAck(long sequence) => Acknowledged = Math.Max(Acknowledged, sequence);

    internal void LoseSpool()
    {
        _spool.Clear();
        Acknowledged = 0;
        Epoch++;
    }
}
