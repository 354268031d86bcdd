using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Platform.Changelog;
using RaceSystem.Testing;
using RaceSystem.Timing.Service;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service;

/// <summary>Timing behind a real port over one database, beside a Registration that has the meet "m".</summary>
internal sealed class TimingHost : IAsyncDisposable
{
    internal const string Meet = "m";

    private readonly ModuleHost _host;

    private TimingHost(ModuleHost host, FakeRegistrationLog registration)
    {
        _host = host;
        Registration = registration;
        Client = new TimingService.TimingServiceClient(host.Channel);
    }

    internal TimingService.TimingServiceClient Client { get; }

    internal FakeRegistrationLog Registration { get; }

    internal Uri Address => _host.BaseAddress;

    internal IServiceProvider Services => _host.Services;

    internal IChangelog Changelog => Services.GetRequiredKeyedService<IChangelog>("timing");

    internal ResidentMeets Meets => Services.GetRequiredService<ResidentMeets>();

    /// <summary>Starts on the given database.</summary>
    internal static async Task<TimingHost> StartAsync(string database, Action<IServiceCollection>? services = null, params (string Name, string Value)[] settings)
    {
        var registration = new FakeRegistrationLog();
        registration.PutMeet(Meet);
        registration.PutRace(Meet, "race", "w1", "w2");
        var host = await ModuleHost.StartAsync(
            [new TimingModule()],
            settings.Append(("ConnectionStrings:timing-db", database)).ToDictionary(setting => setting.Item1, setting => (string?)setting.Item2),
            container =>
            {
                container.AddSingleton<IChangelog>(registration);
                services?.Invoke(container);
            });
        return new TimingHost(host, registration);
    }

    /// <summary>Points "start" and "finish" with devices "d-start" and "d-finish" (and "d-backup" at the finish), dead time 2 s.</summary>
    internal Task ApplyPointsAsync(TimeRule rule = TimeRule.First, TimeSpan? backupOffset = null) => Client.ApplyTimingPointsAsync(
        new ApplyTimingPointsRequest
        {
            MeetId = Meet,
            TimingPoints = { Point("start", rule), Point("finish", rule) },
            Devices =
            {
                new TimingDevice { DeviceId = "d-start", TimingPointId = "start" },
                new TimingDevice { DeviceId = "d-finish", TimingPointId = "finish" },
                new TimingDevice { DeviceId = "d-backup", TimingPointId = "finish", ClockOffset = Duration.FromTimeSpan(backupOffset ?? TimeSpan.Zero) },
            },
        },
        cancellationToken: TestContext.Current.CancellationToken).ResponseAsync;

    /// <summary>Every passings record of Timing's log by key, in bytes.</summary>
    internal async Task<SortedDictionary<string, byte[]>> PassingsInLogAsync()
    {
        var records = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        for (long after = 0; ;)
        {
            var page = await Changelog.ListAfterAsync(Meet, after, 5_000, TestContext.Current.CancellationToken);
            foreach (var record in page.Records.Where(record => record.Key.StartsWith("passings/", StringComparison.Ordinal)))
            {
                records[record.Key] = record.Value.ToArray();
            }

            if (page.ThroughSequence == page.HeadSequence)
            {
                return records;
            }

            after = page.ThroughSequence;
        }
    }

    internal Task StopAsync() => _host.StopAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static TimingPoint Point(string id, TimeRule rule) =>
        new() { TimingPointId = id, DisplayName = id.ToUpperInvariant(), TimeRule = rule, DeadTime = Duration.FromTimeSpan(TimeSpan.FromSeconds(2)) };
}
