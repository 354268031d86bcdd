using System.Diagnostics;
using RaceSystem.Client;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.Entries;
using RaceSystem.Racectl.ExportResults;
using RaceSystem.Racectl.Meets;
using RaceSystem.Racectl.RaceFiles;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Replay;

/// <summary>A replay from the file to the results; outlives the restart of any service.</summary>
internal sealed class ReplayRun(CommandContext context, ReplayOptions options)
{
    private const int MaxDeclarations = 5000;

    /// <summary>How long a service may be away, and how long Results may stand still.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Services follow each other: what was made a moment ago may not have arrived.
    private static readonly string[] NotFollowedYet = ["MEET_UNKNOWN", "RACE_UNKNOWN", "BIB_UNKNOWN", "OWNER_UNAVAILABLE"];

    private readonly PatientCalls _calls = new(Patience, TimeProvider.System);

    private RaceSystemClient Client => context.Client;

    private CancellationToken CancellationToken => context.CancellationToken;

    public async Task<int> RunAsync()
    {
        var plan = ReplayPlan.Make(RaceFileReader.Read(options.File), options.MeetId, options.Basis, options.Splits);
        var report = await RunAsync(plan, plan.TimingDevices, () => UploadAsync(plan)).ConfigureAwait(false);
        report.Write(context.Terminal);
        return ExitCode.Ok;
    }

    /// <summary>Runs a plan whose reads are delivered in some way or other.</summary>
    /// <param name="plan">The race.</param>
    /// <param name="devices">The devices of its timing points.</param>
    /// <param name="deliver">Brings all reads to Timing's disk and returns how many were sent.</param>
    public async Task<ReplayReport> RunAsync(ReplayPlan plan, IEnumerable<TimingDevice> devices, Func<Task<long>> deliver)
    {
        var total = Stopwatch.StartNew();
        context.Terminal.Say($"{options.File}: {plan.File.Rows.Count} runners, {plan.CrossingCount} crossings, race {plan.RaceId} of meet {options.MeetId}.");
        await PrepareAsync(plan, devices).ConfigureAwait(false);

        var upload = Stopwatch.StartNew();
        var reads = await deliver().ConfigureAwait(false);
        var uploadTime = upload.Elapsed;
        var catchUp = new ResultsCatchUp(Client, _calls, options.MeetId, Patience, TimeProvider.System);
        await DeclareAsync(plan, catchUp).ConfigureAwait(false);
        await catchUp.AllAsync(CancellationToken).ConfigureAwait(false);
        var applied = upload.Elapsed;

        var results = await ReplayedResults.ReadAsync(Client, _calls, options.MeetId, plan.RaceId, CancellationToken).ConfigureAwait(false);
        if (options.OutFile is { } path)
        {
            var export = new ExportResultsRequest { MeetId = options.MeetId, RaceId = plan.RaceId, Format = ExportFormat.Csv, SplitBasis = options.Splits.ToExport() };
            await new ExportDownload(Client, _calls).ToFileAsync(export, path, CancellationToken).ConfigureAwait(false);
        }

        return new ReplayReport(options, plan, reads, uploadTime, applied, total.Elapsed, PublishedCheck.Of(plan, results));
    }

    private async Task PrepareAsync(ReplayPlan plan, IEnumerable<TimingDevice> devices)
    {
        await new MeetApplier(Client, _calls).ApplyAsync(plan.Meet, [.. plan.TimingPoints], [.. devices], CancellationToken).ConfigureAwait(false);
        var response = new ImportEntriesResponse();
        await context.Terminal.WithProgressAsync("entries", plan.File.Rows.Count, async progress =>
            response = await new EntryImporter(Client, _calls).ImportAsync(new ImportHeader { MeetId = options.MeetId }, plan.Entries, progress, CancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        if (response.InvalidCount > 0)
        {
            throw new InputException($"Registration refuses {response.InvalidCount} rows of {options.File}.", [.. EntryImporter.Problems(response)]);
        }

        var gun = new GunStart { RaceId = plan.RaceId, WaveId = ReplayPlan.WaveId, StartTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(ReplayPlan.Gun.ToDateTimeOffset()), RecordedBy = "racectl replay" };
        var request = new RecordGunStartRequest { MeetId = options.MeetId, GunStart = gun, RequestId = Guid.NewGuid().ToString("N") };
        await _calls.RunAsync(call => Client.Timing.RecordGunStartAsync(request, call).ResponseAsync, NotFollowedYet, CancellationToken).ConfigureAwait(false);
    }

    private async Task<long> UploadAsync(ReplayPlan plan)
    {
        var reads = 0L;
        var expected = (long)(plan.CrossingCount * options.Noise.ReadsPerCrossing * (1 + options.Noise.DuplicateShare));
        await context.Terminal.WithProgressAsync("reads", expected, async progress =>
            reads = await new ReadUpload(Client, plan, options, Patience).RunAsync(progress, CancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        return reads;
    }

    private async Task DeclareAsync(ReplayPlan plan, ResultsCatchUp catchUp)
    {
        foreach (var chunk in plan.Declarations.Chunk(MaxDeclarations))
        {
            await catchUp.RegistrationAsync(CancellationToken).ConfigureAwait(false);
            var request = new DeclareStatusRequest { MeetId = options.MeetId, RequestId = Guid.NewGuid().ToString("N") };
            request.Declarations.AddRange(chunk);
            await _calls.RunAsync(call => Client.Results.DeclareStatusAsync(request, call).ResponseAsync, NotFollowedYet, CancellationToken).ConfigureAwait(false);
        }
    }
}
