using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Scenarios;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.EvaluateScenario;

/// <summary>
/// What would come out if some things were otherwise. The meet waits for the copy only; everything else happens beside the
/// standings, one scenario at a time, because each takes the memory of a race.
/// </summary>
internal sealed class EvaluateScenarioHandler(KnownMeets meets, TimeProvider time) : IDisposable
{
    private const int DefaultRows = 1_000;
    private const int MaxRows = 100_000;
    private const int RowsOfMessage = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task HandleAsync(EvaluateScenarioRequest request, IServerStreamWriter<EvaluateScenarioResponse> stream, CancellationToken cancellationToken)
    {
        if (request.MaxRows is < 0 or > MaxRows)
        {
            throw RefusalException.Invalid("PAGE_SIZE_INVALID", "max_rows", $"must be 0 to {MaxRows}.");
        }

        var known = await meets.FindAsync(request.MeetId, standings => new ScenarioCheck(standings).Holds(request.Changes), cancellationToken);
        new ScenarioCheck(known.Standings).Require(request.Changes);
        var (outcome, took) = await EvaluateAsync(known, request, cancellationToken);
        await stream.WriteAsync(new EvaluateScenarioResponse { Summary = ScenarioMessages.SummaryOf(outcome, took) }, cancellationToken);
        var left = request.MaxRows == 0 ? DefaultRows : request.MaxRows;
        foreach (var race in outcome.Races)
        {
            foreach (var rows in race.Rows(0, left).Chunk(RowsOfMessage))
            {
                left -= rows.Length;
                await stream.WriteAsync(new EvaluateScenarioResponse { Rows = new ScenarioRows { Rows = { rows.Select(row => ScenarioMessages.RowOf(race, row)) } } }, cancellationToken);
            }
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<(ScenarioOutcome Outcome, Duration Took)> EvaluateAsync(KnownMeet known, EvaluateScenarioRequest request, CancellationToken cancellationToken)
    {
        if (!await _turn.WaitAsync(Patience, cancellationToken))
        {
            throw new RefusalException(RefusalKind.ResourceExhausted, "SCENARIO_BUSY", "Other scenarios are being evaluated; try again.");
        }

        try
        {
            var started = time.GetTimestamp();
            using var activity = ResultsTelemetry.Source.StartActivity(ResultsTelemetry.ScenarioActivity, ActivityKind.Internal);
            var fork = known.Scorer.Fork();
            var outcome = Scenario.Evaluate(fork, new ScenarioReading(fork, known.Standings, time.GetUtcNow()).Read(request.Changes));
            activity?.SetTag("racesystem.meet_id", request.MeetId).SetTag("racesystem.changes", request.Changes.Count);
            return (outcome, Duration.FromTimeSpan(time.GetElapsedTime(started)));
        }
        finally
        {
            _turn.Release();
        }
    }
}
