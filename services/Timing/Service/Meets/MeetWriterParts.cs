using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RaceSystem.Platform.Changelog;
using RaceSystem.Timing.Service.RawLog;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>What every meet's writer works with.</summary>
internal sealed record MeetWriterParts(
    [FromKeyedServices(TimingModule.ServiceName)] IChangelog Changelog,
    MeetLoader Loader,
    IRawLog RawLog,
    TimingTelemetry Telemetry,
    TimeProvider Time,
    ILogger<MeetWriter> Logger);
