using System.Threading.Channels;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>
/// A reader that holds its reports while nobody is connected and until it is told to send. It reports tags in small
/// batches, some of them cut in pieces on the line, and asks for a sign of life after a few: what was not answered by then
/// is reported again on the next connection.
/// </summary>
internal sealed class LlrpEmulator(EmulatorSettings settings) : TcpEmulator(settings, dials: false, Garbage)
{
    private static readonly TimeSpan BetweenKeepAlives = TimeSpan.FromSeconds(10);
    private const int MaxTagsPerReport = 8;
    private const int ReportsPerKeepAlive = 4;
    private const uint OtherRoSpec = 1;
    private readonly Random _random = new(settings.Seed);
    private readonly HashSet<uint> _roSpecs = [OtherRoSpec];
    private int _acknowledged;
    private uint _lastId;

    /// <inheritdoc/>
    public override long Delivered => Volatile.Read(ref _acknowledged);

    /// <inheritdoc/>
    protected override bool IsDone => _acknowledged == Settings.Reads.Count;

    /// <inheritdoc/>
    protected override async Task TalkAsync(EmulatedLine line, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var heard = Channel.CreateUnbounded<LlrpMessage>();
        var listening = ListenAsync(line.Stream, heard.Writer, ending.Token);
        try
        {
            await line.SendPlainAsync(Event(LlrpParameterType.ConnectionAttempt, 0), cancellationToken).ConfigureAwait(false);
            await AnswerUntilAsync(line, heard.Reader, LlrpMessageType.EnableEventsAndReports, cancellationToken).ConfigureAwait(false);
            while (!IsDone)
            {
                await Settings.WhenMoreAsync(_acknowledged, BetweenKeepAlives, cancellationToken).ConfigureAwait(false);
                await ReportAsync(line, heard.Reader, cancellationToken).ConfigureAwait(false);
            }

            await line.SendPlainAsync(Event(LlrpParameterType.ConnectionClose, null), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await listening.ConfigureAwait(false);
        }
    }

    private async Task ReportAsync(EmulatedLine line, ChannelReader<LlrpMessage> heard, CancellationToken cancellationToken)
    {
        var sent = _acknowledged;
        for (var report = 0; report < ReportsPerKeepAlive && sent < Settings.Made; report++)
        {
            var tags = Math.Min(_random.Next(1, MaxTagsPerReport + 1), Settings.Made - sent);
            await SendAsync(line, Report(sent, tags), cancellationToken).ConfigureAwait(false);
            sent += tags;
        }

        await line.SendPlainAsync(new LlrpWriter(LlrpMessageType.KeepAlive, ++_lastId).ToArray(), cancellationToken).ConfigureAwait(false);
        await AnswerUntilAsync(line, heard, LlrpMessageType.KeepAliveAck, cancellationToken).ConfigureAwait(false);
        await Faults.HesitateAsync(cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref _acknowledged, sent);
    }

    private async Task SendAsync(EmulatedLine line, byte[] message, CancellationToken cancellationToken)
    {
        if (_random.Next(5) > 0)
        {
            await line.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return;
        }

        for (var start = 0; start < message.Length;)
        {
            var length = Math.Min(_random.Next(1, message.Length + 1), message.Length - start);
            await line.SendPlainAsync(message.AsMemory(start, length), cancellationToken).ConfigureAwait(false);
            start += length;
        }
    }

    private async Task AnswerUntilAsync(EmulatedLine line, ChannelReader<LlrpMessage> heard, ushort type, CancellationToken cancellationToken)
    {
        while (await heard.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (heard.TryRead(out var message))
            {
                if (message.Type == type && (type != LlrpMessageType.KeepAliveAck || message.Id == _lastId))
                {
                    return;
                }

                if (Answer(message) is { } answer)
                {
                    await line.SendPlainAsync(answer, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        throw new LineBrokenException("The other side has ended.");
    }

    private byte[]? Answer(in LlrpMessage message)
    {
        switch (message.Type)
        {
            case LlrpMessageType.SetReaderConfig:
                return Response(LlrpMessageType.SetReaderConfigResponse, message.Id).ToArray();
            case LlrpMessageType.GetRoSpecs:
                var response = Response(LlrpMessageType.GetRoSpecsResponse, message.Id);
                foreach (var spec in _roSpecs)
                {
                    response.Parameter(LlrpParameterType.RoSpec, value => value.U32(spec).U8(0).U8(2));
                }

                return response.ToArray();
            case LlrpMessageType.AddRoSpec or LlrpMessageType.DeleteRoSpec or LlrpMessageType.EnableRoSpec or LlrpMessageType.StartRoSpec:
                _roSpecs.Add(LlrpCommands.RoSpecId);
                return Response((ushort)(message.Type + LlrpMessageType.RoSpecResponseOffset), message.Id).ToArray();
            default:
                return null;
        }
    }

    private static async Task ListenAsync(Stream stream, ChannelWriter<LlrpMessage> heard, CancellationToken cancellationToken)
    {
        var framer = new LlrpFramer(SessionLimits.Default.MaxFrameBytes);
        var buffer = new byte[4096];
        try
        {
            for (var count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false); count > 0; count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false))
            {
                Hear(framer, buffer.AsSpan(0, count), heard);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The line broke, or this side has said everything: who waits for an answer learns it from the channel's end.
        }

        heard.Complete();
    }

    private static void Hear(LlrpFramer framer, ReadOnlySpan<byte> bytes, ChannelWriter<LlrpMessage> heard)
    {
        while (framer.TryTake(ref bytes, out var message))
        {
            heard.TryWrite(message);
        }
    }

    private byte[] Report(int first, int count)
    {
        var message = new LlrpWriter(LlrpMessageType.RoAccessReport, ++_lastId);
        for (var index = first; index < first + count; index++)
        {
            var read = Settings.Reads[index];
            message.Parameter(LlrpParameterType.TagReportData, tag => WriteTag(tag, read));
        }

        return message.ToArray();
    }

    private static void WriteTag(LlrpWriter tag, EmulatedRead read)
    {
        const ushort Custom = 1_023;
        const uint Impinj = 25_882;
        var epc = Convert.FromHexString(read.Chip);
        if (epc.Length == 12)
        {
            tag.TypeValue(LlrpParameterType.Epc96).Raw(epc);
        }
        else
        {
            tag.Parameter(LlrpParameterType.EpcData, value => value.U16((ushort)(epc.Length * 8)).Raw(epc));
        }

        tag.TypeValue(9).U32(OtherRoSpec)
            .TypeValue(LlrpParameterType.AntennaId).U16(read.Antenna)
            .TypeValue(LlrpParameterType.PeakRssi).U8(unchecked((byte)read.RssiDbm))
            .TypeValue(LlrpParameterType.FirstSeenUtc).U64((ulong)read.TimeMicros)
            .TypeValue(LlrpParameterType.LastSeenUtc).U64((ulong)read.TimeMicros)
            .TypeValue(LlrpParameterType.TagSeenCount).U16(1)
            .Parameter(Custom, value => value.U32(Impinj).U32(56).U16(1_024));
    }

    private static LlrpWriter Response(ushort type, uint id) =>
        new LlrpWriter(type, id).Parameter(LlrpParameterType.LlrpStatus, status => status.U16(0).U16(0));

    private byte[] Event(ushort type, ushort? value) => new LlrpWriter(LlrpMessageType.ReaderEventNotification, ++_lastId)
        .Parameter(LlrpParameterType.ReaderEventNotificationData, data => data
            .Parameter(LlrpParameterType.UtcTimestamp, now => now.U64((ulong)Instant.From(Settings.Clock.GetUtcNow()).Micros))
            .Parameter(type, told => told.Raw(value is { } number ? [(byte)(number >> 8), (byte)(number & 0xFF)] : [])))
        .ToArray();

    /// <summary>By turns a report whose tag has no end, and bytes that begin no message.</summary>
    private static ReadOnlyMemory<byte> Garbage(FaultInjector faults)
    {
        var noise = faults.BinaryGarbage();
        return noise[0] % 2 == 0
            ? new LlrpWriter(LlrpMessageType.RoAccessReport, 0).U16(LlrpParameterType.TagReportData).U16(ushort.MaxValue).Raw(noise).ToArray()
            : Enumerable.Repeat((byte)0xFF, noise.Length).ToArray();
    }
}
