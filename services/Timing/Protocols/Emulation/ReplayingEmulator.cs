using System.Threading.Channels;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.Emulation;

/// <summary>
/// A decoder that is dialled, knows no acks and keeps its reads: after its line broke it makes some reads that nobody hears,
/// and delivers them when it is asked to. Its clock stands at the latest read that it made, or at the first.
/// </summary>
internal abstract class ReplayingEmulator : TcpEmulator
{
    private const int MostUnheard = 8;
    private readonly byte[] _delimiters;
    private readonly Random _unheard;
    private int _connections;
    private long _latest;
    private bool _isComplete = true;

    /// <summary>A decoder.</summary>
    /// <param name="settings">What it does.</param>
    /// <param name="delimiters">Ends of what is said to it.</param>
    /// <param name="garbage">Makes a broken frame.</param>
    protected ReplayingEmulator(EmulatorSettings settings, byte[] delimiters, Func<FaultInjector, ReadOnlyMemory<byte>> garbage)
        : base(settings, dials: false, garbage)
    {
        (_delimiters, _unheard) = (delimiters, new Random(settings.Seed));
    }

    /// <inheritdoc/>
    public override long Delivered => Made;

    /// <summary>What it reads in all.</summary>
    protected IReadOnlyList<EmulatedRead> Log => Settings.Reads;

    /// <summary>How many of them it has read.</summary>
    protected int Made { get; private set; }

    /// <summary>What its clock shows.</summary>
    protected long Now => _latest > 0 || Log.Count == 0 ? _latest : Wall(Log[0]);

    /// <inheritdoc/>
    protected override bool IsDone => Made == Log.Count && _isComplete;

    /// <summary>What its clock showed at a read.</summary>
    protected long Wall(EmulatedRead read) => WallTime.At(read.TimeMicros, Settings.Zone);

    /// <summary>What it says first; null: nothing.</summary>
    protected virtual ReadOnlyMemory<byte> Greeting => default;

    /// <summary>Position of the first read that is not earlier than a time; everything behind it belongs to a rewind to that time.</summary>
    protected int FirstSince(long wall)
    {
        var index = 0;
        while (index < Made && Wall(Log[index]) < wall)
        {
            index++;
        }

        return index;
    }

    /// <summary>The frame of a read.</summary>
    /// <param name="index">Position in <see cref="Log"/>.</param>
    protected abstract ReadOnlyMemory<byte> LiveFrame(int index);

    /// <summary>Answers what was said to it; true when a replay of all that it has was completed.</summary>
    protected abstract Task<bool> AnswerAsync(EmulatedLine line, ReadOnlyMemory<byte> said, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task TalkAsync(EmulatedLine line, CancellationToken cancellationToken)
    {
        if (_connections++ > 0)
        {
            _isComplete = false;
            for (var rest = _unheard.Next(MostUnheard + 1); rest > 0 && Made < Settings.Made; rest--)
            {
                Make();
            }
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var inbox = Channel.CreateBounded<ReadOnlyMemory<byte>>(100);
        var listening = ListenAsync(line, inbox.Writer, ending.Token);
        try
        {
            await line.SendPlainAsync(Greeting, cancellationToken).ConfigureAwait(false);
            while (!IsDone)
            {
                var mustWait = Made >= Settings.Made;
                if (mustWait && !await Settings.WhenHeardAsync(inbox.Reader, Made, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }

                while (inbox.Reader.TryRead(out var said))
                {
                    await Faults.HesitateAsync(cancellationToken).ConfigureAwait(false);
                    _isComplete |= await AnswerAsync(line, said, cancellationToken).ConfigureAwait(false);
                }

                if (Made < Settings.Made)
                {
                    Make();
                    await line.SendAsync(LiveFrame(Made - 1), cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Make()
    {
        _latest = Math.Max(_latest, Wall(Log[Made]));
        Made++;
    }

    private async Task ListenAsync(EmulatedLine line, ChannelWriter<ReadOnlyMemory<byte>> inbox, CancellationToken cancellationToken)
    {
        var frames = new FrameReader(line.Stream, _delimiters, SessionLimits.Default, Settings.Clock);
        try
        {
            while (await frames.ReadAsync(cancellationToken).ConfigureAwait(false) is { } frame)
            {
                await inbox.WriteAsync(frame.Bytes, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is IOException or TimeoutException)
        {
            // The other side is gone.
        }
        finally
        {
            inbox.Complete();
        }
    }
}
