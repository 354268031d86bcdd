using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using RaceSystem.Contracts.Messages;
using RaceSystem.Platform.Bus;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Modules;
using RaceSystem.Platform.Storage;
using RaceSystem.Timing.Service.AcknowledgeAlarm;
using RaceSystem.Timing.Service.ApplyDecoders;
using RaceSystem.Timing.Service.ApplyTimingPoints;
using RaceSystem.Timing.Service.Clocks;
using RaceSystem.Timing.Service.DecideQuarantine;
using RaceSystem.Timing.Service.Decoders;
using RaceSystem.Timing.Service.EstimateDeviceClock;
using RaceSystem.Timing.Service.ExplainPassing;
using RaceSystem.Timing.Service.ListAlarms;
using RaceSystem.Timing.Service.ListClockCorrections;
using RaceSystem.Timing.Service.ListDeadLetters;
using RaceSystem.Timing.Service.ListDecoders;
using RaceSystem.Timing.Service.ListGunStarts;
using RaceSystem.Timing.Service.ListManualPassings;
using RaceSystem.Timing.Service.ListMarkers;
using RaceSystem.Timing.Service.ListPassings;
using RaceSystem.Timing.Service.ListQuarantines;
using RaceSystem.Timing.Service.ListTimingPoints;
using RaceSystem.Timing.Service.ListUnknownChips;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Operations;
using RaceSystem.Timing.Service.Quarantines;
using RaceSystem.Timing.Service.RawLog;
using RaceSystem.Timing.Service.RecordClockCorrection;
using RaceSystem.Timing.Service.RecordGunStart;
using RaceSystem.Timing.Service.RecordManualPassing;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.Service.RevokeClockCorrection;
using RaceSystem.Timing.Service.RevokeManualPassing;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.Service.UploadReads;
using RaceSystem.Timing.Service.WatchDevices;
using RaceSystem.Timing.Service.WatchTimingPoints;

namespace RaceSystem.Timing.Service;

/// <summary>
/// Timing: timing points, devices, the raw read log, gun starts and passings. Owns <c>timing-db</c> and Timing's log;
/// follows Registration's, to know meets, waves and whose the chips are.
/// </summary>
public sealed class TimingModule : IServiceModule
{
    /// <summary>Short name of the service.</summary>
    public const string ServiceName = "timing";

    private const string Registration = "registration";

    /// <inheritdoc/>
    public string Name => ServiceName;

    /// <inheritdoc/>
    public IReadOnlyList<string> DependsOn => [Registration];

    /// <inheritdoc/>
    public void AddServices(IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddServiceStorage<TimingDbContext, SqliteTimingDbContext, PostgresTimingDbContext>(ServiceName);
        builder.AddChangelog(ServiceName, routes => routes
            .Publish("", range => new PassingsChanged(range.Owner, range.MeetId, range.LogId, range.FirstSequence, range.LastSequence, range.Records))
            .Publish("gun/", range => new GunStartsChanged(range.Owner, range.MeetId, range.LogId, range.FirstSequence, range.LastSequence, range.Records))
            .Publish("point/", range => new DeviceStatusChanged(range.Owner, range.MeetId, range.LogId, range.FirstSequence, range.LastSequence, range.Records))
            .Publish("device/", range => new DeviceStatusChanged(range.Owner, range.MeetId, range.LogId, range.FirstSequence, range.LastSequence, range.Records)));
        builder.AddChangelogFollower<RegisteredMeets>(ServiceName, Registration);

        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TimingTelemetry>();
        services.AddSingleton<MeetRegistry>();
        services.AddSingleton<IRawLog>(provider => provider.GetRequiredKeyedService<IServiceStorage>(ServiceName).Provider switch
        {
            StorageProvider.Sqlite => new SqliteRawLog(),
            _ => new PostgresRawLog(),
        });
        services.AddSingleton<MeetLoader>();
        services.AddSingleton<MeetWriterParts>();
        services.AddSingleton<ResidentMeets>();
        services.AddHostedService(provider => provider.GetRequiredService<ResidentMeets>());
        services.AddSingleton<ReadBatchValidator>();
        services.AddSingleton<ClockSamples>();
        services.AddSingleton<QuarantineOpener>();
        services.AddSingleton<ClockReports>();
        AddDecoders(services);
        services.AddSingleton<ApplyTimingPointsHandler>();
        services.AddSingleton<ListTimingPointsHandler>();
        services.AddSingleton<UploadReadsHandler>();
        services.AddSingleton<RecordGunStartHandler>();
        services.AddSingleton<ListGunStartsHandler>();
        services.AddSingleton<ListPassingsHandler>();
        services.AddSingleton<ExplainPassingHandler>();
        services.AddSingleton<ListMarkersHandler>();
        services.AddSingleton<ManualPassingValidator>();
        services.AddSingleton<RecordManualPassingHandler>();
        services.AddSingleton<RevokeManualPassingHandler>();
        services.AddSingleton<ListManualPassingsHandler>();
        services.AddSingleton<ListUnknownChipsHandler>();
        services.AddSingleton<WatchTimingPointsHandler>();
        services.AddSingleton<WatchDevicesHandler>();
        services.AddSingleton<ListAlarmsHandler>();
        services.AddSingleton<AcknowledgeAlarmHandler>();
        services.AddSingleton<AlarmStore>();
        services.AddSingleton<MeetBoards>();
        services.AddSingleton<BoardStream>();
        services.AddSingleton<AlarmDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<AlarmDesk>());
        services.AddSingleton<EstimateDeviceClockHandler>();
        services.AddSingleton<RecordClockCorrectionHandler>();
        services.AddSingleton<RevokeClockCorrectionHandler>();
        services.AddSingleton<ListClockCorrectionsHandler>();
        services.AddSingleton<ListQuarantinesHandler>();
        services.AddSingleton<DecideQuarantineHandler>();
    }

    /// <inheritdoc/>
    public void AddConsumers(IBusRegistrationConfigurator bus) => bus.AddFollowerConsumer<RegistrationConsumer>(ServiceName);

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGrpcService<TimingGrpcService>();
        DecoderWebhooks.Map(endpoints);
    }

    // After the meets: hosted services stop in the reverse order, and decoders write into meets.
    private static void AddDecoders(IServiceCollection services)
    {
        services.AddSingleton<DecoderSpecs>();
        services.AddSingleton<RunningDecoders>();
        services.AddHostedService(provider => provider.GetRequiredService<RunningDecoders>());
        services.AddSingleton<ApplyDecodersHandler>();
        services.AddSingleton<ListDecodersHandler>();
        services.AddSingleton<ListDeadLettersHandler>();
    }
}
