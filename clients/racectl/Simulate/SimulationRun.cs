using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.RaceFiles;
using RaceSystem.Racectl.Replay;

namespace RaceSystem.Racectl.Simulate;

/// <summary>A race file played through emulated decoders, from the file to the results.</summary>
internal sealed class SimulationRun(CommandContext context, SimulateOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly PatientCalls _calls = new(Patience, TimeProvider.System);

    public async Task<int> RunAsync()
    {
        var replay = options.Replay;
        var plan = ReplayPlan.Make(RaceFileReader.Read(replay.File), replay.MeetId, replay.Basis, replay.Splits, row => DecoderLayout.ChipOf(row, options.Protocols));
        var decoders = DecoderLayout.Decoders(plan, options).ToList();
        var devices = DecoderLayout.Devices(plan, options.Protocols).Select(device => device.ToMessage());
        var site = new SimulationSite(context.Client, _calls, options);
        var delivery = new SimulatedDelivery(site, options, context.Terminal);
        await using (delivery.ConfigureAwait(false))
        {
            var report = await new ReplayRun(context, replay).RunAsync(plan, devices, () => DeliverAsync(plan, decoders, site, delivery)).ConfigureAwait(false);
            new SimulationReport(report, decoders, delivery.States).Write(context.Terminal);
        }

        return ExitCode.Ok;
    }

    private async Task<long> DeliverAsync(ReplayPlan plan, IReadOnlyList<SimulatedDecoder> decoders, SimulationSite site, SimulatedDelivery delivery)
    {
        try
        {
            await delivery.RunAsync(decoders, context.CancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!options.IsThroughAgent)
            {
                await site.RemoveAsync(decoders, CancellationToken.None).ConfigureAwait(false);
            }
        }

        if (options.IsThroughAgent)
        {
            await new AgentCatchUp(context.Client, options.Replay.MeetId, plan).WaitAsync(context.CancellationToken).ConfigureAwait(false);
        }

        return decoders.Sum(decoder => (long)decoder.Reads.Count);
    }
}
