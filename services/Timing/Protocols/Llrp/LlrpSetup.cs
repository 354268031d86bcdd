using System.Globalization;

namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>
/// Brings a reader from its connection event to sending: one command after the other, each when the one before was
/// answered, while reports and keep-alives may come between. Not thread-safe.
/// </summary>
/// <param name="context">Settings and clock.</param>
internal sealed class LlrpSetup(DecoderSessionContext context)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly Queue<(string Name, ushort Type, Func<uint, byte[]> Write)> _commands = new();
    private readonly long _from = context.Clock.GetTimestamp();
    private (string Name, ushort Response, uint Id)? _awaited;
    private uint _lastId;

    /// <summary>Whether the reader was told to send.</summary>
    public bool IsDone { get; private set; }

    /// <summary>The reader accepted the connection: what is to be sent first; null when it says so again.</summary>
    public byte[]? Begin()
    {
        if (_lastId > 0)
        {
            return null;
        }

        var keepAlive = double.TryParse(context.Setting("keepalive-seconds", "10"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Math.Clamp(seconds, 1, 60) : 10;
        var holds = context.Setting("hold", "yes") != "no";
        _commands.Enqueue(("SET_READER_CONFIG", LlrpMessageType.SetReaderConfigResponse, id => LlrpCommands.SetReaderConfig(id, holds, TimeSpan.FromSeconds(keepAlive))));
        if (context.Setting("rospec", "listen") == "manage")
        {
            _commands.Enqueue(("GET_ROSPECS", LlrpMessageType.GetRoSpecsResponse, LlrpCommands.GetRoSpecs));
        }

        return Next();
    }

    /// <summary>What is to be sent after a message came; null: nothing.</summary>
    /// <exception cref="DecoderProtocolException">The reader refuses.</exception>
    /// <exception cref="TimeoutException">The reader does not answer.</exception>
    public byte[]? Take(in LlrpMessage message)
    {
        if (message.Type == LlrpMessageType.ErrorMessage)
        {
            throw new DecoderProtocolException($"The reader does not understand us: {Words(LlrpStatus.Find(message.Body))}.");
        }

        if (!IsDone && context.Clock.GetElapsedTime(_from) > Longest)
        {
            throw new TimeoutException($"The reader did not answer {_awaited?.Name ?? "our connection"} within {Longest.TotalSeconds} s.");
        }

        if (_awaited is not { } awaited || message.Type != awaited.Response || message.Id != awaited.Id)
        {
            return null;
        }

        var status = LlrpStatus.Find(message.Body);
        if (status is not { IsSuccess: true })
        {
            throw new DecoderProtocolException($"The reader refuses {awaited.Name}: {Words(status)}. {Advice(awaited.Name)}");
        }

        if (message.Type == LlrpMessageType.GetRoSpecsResponse)
        {
            Plan(message.Body);
        }

        return Next();
    }

    private byte[] Next()
    {
        _lastId++;
        if (_commands.TryDequeue(out var command))
        {
            _awaited = (command.Name, command.Type, _lastId);
            return command.Write(_lastId);
        }

        (_awaited, IsDone) = (null, true);
        return LlrpCommands.EnableEventsAndReports(_lastId);
    }

    /// <summary>A ROSpec of ours that runs is left alone: to restart it would cost reads.</summary>
    private void Plan(ReadOnlySpan<byte> body)
    {
        const byte Active = 2;
        var exists = false;
        var specs = new LlrpParameters(body);
        while (specs.Next())
        {
            if (specs.Type == LlrpParameterType.RoSpec && specs.Value.Length >= 6 && System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(specs.Value) == LlrpCommands.RoSpecId)
            {
                exists = true;
                if (specs.Value[5] == Active)
                {
                    return;
                }
            }
        }

        if (exists)
        {
            EnqueueRoSpec("DELETE_ROSPEC", LlrpMessageType.DeleteRoSpec, id => LlrpCommands.OfRoSpec(LlrpMessageType.DeleteRoSpec, id));
        }

        EnqueueRoSpec("ADD_ROSPEC", LlrpMessageType.AddRoSpec, LlrpCommands.AddRoSpec);
        EnqueueRoSpec("ENABLE_ROSPEC", LlrpMessageType.EnableRoSpec, id => LlrpCommands.OfRoSpec(LlrpMessageType.EnableRoSpec, id));
        EnqueueRoSpec("START_ROSPEC", LlrpMessageType.StartRoSpec, id => LlrpCommands.OfRoSpec(LlrpMessageType.StartRoSpec, id));
    }

    private void EnqueueRoSpec(string name, ushort type, Func<uint, byte[]> write) =>
        _commands.Enqueue((name, (ushort)(type + LlrpMessageType.RoSpecResponseOffset), write));

    private static string Words(LlrpStatus? status) => status is { } told ? $"status {told.Code}, '{told.Description}'" : "it gives no status";

    private static string Advice(string command) =>
        command == "SET_READER_CONFIG" ? "Set hold=no if it cannot hold reports; what it reads while nobody is connected is lost then." : "Let the reader run its own ROSpec (rospec=listen).";
}
