using System.Net;
using RaceSystem.Kernel;

namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>How a decoder does; counts are since the start.</summary>
/// <param name="Connections">Open now.</param>
/// <param name="Sessions">Connections so far, webhook requests included.</param>
/// <param name="TurnedAway">Connections over the limits.</param>
/// <param name="FailedSessions">Sessions that did not end in order, and attempts that did not begin one.</param>
/// <param name="BytesReceived">Bytes that came.</param>
/// <param name="Reads">Reads on disk.</param>
/// <param name="Markers">Markers on disk.</param>
/// <param name="Ignored">Reads and markers of locations that are declared as ignored.</param>
/// <param name="Rejected">Frames that could not be understood, and batches of undeclared locations.</param>
/// <param name="LastRead">When reads last came.</param>
/// <param name="LastError">Why a connection last ended or could not be made; null when none did.</param>
/// <param name="LastErrorTime">When that was.</param>
/// <param name="LocalEndPoint">Where it listens; null while it does not.</param>
/// <param name="Status">What the decoder told of itself.</param>
public sealed record DecoderState(
    int Connections,
    long Sessions,
    long TurnedAway,
    long FailedSessions,
    long BytesReceived,
    long Reads,
    long Markers,
    long Ignored,
    long Rejected,
    Instant? LastRead,
    string? LastError,
    Instant? LastErrorTime,
    IPEndPoint? LocalEndPoint,
    DecoderStatus Status);
