using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Racectl.RaceFiles;
using RaceSystem.Racectl.Replay;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Racectl.Simulate;

/// <summary>
/// Which decoders a simulated race has, and which reads each of them delivers. Each timing point has a device of each
/// protocol; a runner wears a chip of one protocol, and its reads come from the devices of that one. What is read depends
/// on the file alone, never on a seed.
/// </summary>
internal static class DecoderLayout
{
    // These name the location with each read: a decoder serves several points over one connection.
    private static readonly string[] NameLocations = ["mylaps", "chronotrack"];

    /// <summary>The chip that a runner wears: digits alone, which every protocol can carry.</summary>
    public static string ChipOf(RaceFileRow row, IReadOnlyList<DecoderProtocol> protocols)
    {
        var digits = ProtocolOf(row.Number - 1, protocols).ChipDigits;
        return "1" + row.Number.ToString(CultureInfo.InvariantCulture).PadLeft(digits - 1, '0');
    }

    /// <summary>The devices, one for each timing point and protocol.</summary>
    public static IEnumerable<SimulatedDevice> Devices(ReplayPlan plan, IReadOnlyList<DecoderProtocol> protocols) =>
        protocols.SelectMany(protocol => plan.Devices.Select(device => DeviceOf(device, protocol, protocols)));

    /// <summary>The decoders with their reads.</summary>
    public static IEnumerable<SimulatedDecoder> Decoders(ReplayPlan plan, SimulateOptions options)
    {
        foreach (var protocol in options.Protocols)
        {
            var number = 0;
            foreach (var group in Groups(plan, protocol, options))
            {
                yield return new SimulatedDecoder(
                    $"sim-{protocol.Name}-{++number}",
                    protocol,
                    [.. group.Select(device => DeviceOf(device, protocol, options.Protocols))],
                    ReadsOf(plan, protocol, group, options));
            }
        }
    }

    private static IEnumerable<DevicePlan[]> Groups(ReplayPlan plan, DecoderProtocol protocol, SimulateOptions options)
    {
        if (options.Agent is not null)
        {
            return [[.. plan.Devices]];
        }

        return NameLocations.Contains(protocol.Name) && options.AgentByDevice.Count == 0
            ? plan.Devices.Index().GroupBy(item => item.Index % 2, item => item.Item).Select(group => group.ToArray())
            : plan.Devices.Select(device => new[] { device });
    }

    private static SimulatedDevice DeviceOf(DevicePlan device, DecoderProtocol protocol, IReadOnlyList<DecoderProtocol> protocols)
    {
        var id = protocols.Count == 1 ? device.DeviceId : $"{device.TimingPointId}-{protocol.Name}";
        return new SimulatedDevice(device.TimingPointId, id.Length <= Identifier.MaxLength ? id : id[^Identifier.MaxLength..].TrimStart('-', '_'));
    }

    private static EmulatedRead[] ReadsOf(ReplayPlan plan, DecoderProtocol protocol, DevicePlan[] group, SimulateOptions options)
    {
        var reads = group.SelectMany(device => new ReadSource(device, plan.Devices.Index().First(item => item.Item == device).Index, options.Replay.Noise).Reads()
            .Where(read => ProtocolOf(read.Row, options.Protocols) == protocol)
            .Select(read => (Read: read, device.TimingPointId)));
        return
        [
            .. reads.OrderBy(item => item.Read.DeliveryUs).Select(item => new EmulatedRead(
                item.TimingPointId,
                plan.Chips[item.Read.Row],
                ReplayPlan.Gun.Micros + item.Read.TimeUs,
                checked((short)item.Read.RssiDbm),
                checked((ushort)item.Read.Antenna))),
        ];
    }

    private static DecoderProtocol ProtocolOf(int row, IReadOnlyList<DecoderProtocol> protocols) => protocols[row % protocols.Count];
}
