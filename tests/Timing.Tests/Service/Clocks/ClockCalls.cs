using Google.Protobuf.WellKnownTypes;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.Clocks;

/// <summary>Calls about clocks, short.</summary>
internal static class ClockCalls
{
    internal const string Operator = "race control";

    internal static async Task<RecordClockCorrectionResponse> CorrectAsync(
        this TimingHost host, TimeSpan? offset, double driftPpm = 0, long? reference = null, string device = "d-backup", string id = "", string requestId = "", long? from = null, long? to = null, string who = Operator) =>
        await host.Client.RecordClockCorrectionAsync(
            new RecordClockCorrectionRequest
            {
                MeetId = TimingHost.Meet,
                RequestId = requestId,
                ClockCorrection = new ClockCorrection
                {
                    CorrectionId = id,
                    DeviceId = device,
                    Offset = offset is { } span ? Duration.FromTimeSpan(span) : null,
                    DriftPpm = driftPpm,
                    ReferenceDeviceTime = TimeOf(reference),
                    FromDeviceTime = TimeOf(from),
                    ToDeviceTime = TimeOf(to),
                    RecordedBy = who,
                },
            },
            cancellationToken: TestContext.Current.CancellationToken);

    internal static async Task<RevokeClockCorrectionResponse> RevokeAsync(this TimingHost host, string id, string requestId = "", string who = Operator) =>
        await host.Client.RevokeClockCorrectionAsync(
            new RevokeClockCorrectionRequest { MeetId = TimingHost.Meet, CorrectionId = id, RevokedBy = who, Note = "wrong mat", RequestId = requestId },
            cancellationToken: TestContext.Current.CancellationToken);

    internal static async Task<IReadOnlyList<ClockCorrection>> CorrectionsAsync(this TimingHost host, string device = "") =>
        (await host.Client.ListClockCorrectionsAsync(new ListClockCorrectionsRequest { MeetId = TimingHost.Meet, DeviceId = device }, cancellationToken: TestContext.Current.CancellationToken)).ClockCorrections;

    internal static async Task<IReadOnlyList<Quarantine>> QuarantinesAsync(this TimingHost host, QuarantineState state = QuarantineState.Unspecified) =>
        (await host.Client.ListQuarantinesAsync(new ListQuarantinesRequest { MeetId = TimingHost.Meet, State = state }, cancellationToken: TestContext.Current.CancellationToken)).Quarantines;

    internal static async Task<DecideQuarantineResponse> DecideAsync(
        this TimingHost host, string id, QuarantineDecision decision, TimeSpan? offset = null, long? to = null, string requestId = "", string who = Operator) =>
        await host.Client.DecideQuarantineAsync(
            new DecideQuarantineRequest
            {
                MeetId = TimingHost.Meet,
                QuarantineId = id,
                Decision = decision,
                Correction = offset is { } span ? new ClockCorrection { Offset = Duration.FromTimeSpan(span) } : null,
                ToDeviceTime = TimeOf(to),
                DecidedBy = who,
                Note = "as seen on the video",
                RequestId = requestId,
            },
            cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>All passing times at the finish by chip, in milliseconds after midnight.</summary>
    internal static async Task<SortedDictionary<string, long[]>> FinishesAsync(this TimingHost host)
    {
        var finishes = new SortedDictionary<string, long[]>(StringComparer.Ordinal);
        foreach (var (key, value) in await host.PassingsInLogAsync())
        {
            var passings = TimingRecord.Parser.ParseFrom(value).Passings;
            if (passings.TimingPointId == "finish")
            {
                finishes[key["passings/finish/".Length..]] = [.. passings.Passings.Select(passing => (passing.TimeUs - Upload.Midnight) / 1_000)];
            }
        }

        return finishes;
    }

    private static Timestamp? TimeOf(long? micros) => micros is { } time ? Timestamp.FromDateTime(DateTime.UnixEpoch.AddTicks(time * TimeSpan.TicksPerMicrosecond)) : null;
}
