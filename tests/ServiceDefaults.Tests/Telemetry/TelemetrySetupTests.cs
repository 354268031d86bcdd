using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using RaceSystem.ServiceDefaults.Telemetry;

namespace RaceSystem.ServiceDefaults.Tests.Telemetry;

public sealed class TelemetrySetupTests
{
    [Fact]
    public void Nothing_is_recorded_without_an_endpoint()
    {
        using var services = Builder().Services.BuildServiceProvider();

        Assert.Null(services.GetService<TracerProvider>());
        Assert.Null(services.GetService<MeterProvider>());
    }

    [Fact]
    public void Traces_and_metrics_start_with_an_endpoint()
    {
        using var services = Builder((TelemetrySetup.EndpointVariable, "http://127.0.0.1:4317")).Services.BuildServiceProvider();

        Assert.NotNull(services.GetService<TracerProvider>());
        Assert.NotNull(services.GetService<MeterProvider>());
    }

    [Theory]
    [InlineData("RaceSystem.Timing.Host", null, "timing")]
    [InlineData("RaceSystem.AllInOne", null, "allinone")]
    [InlineData("RaceSystem.Timing.Host", "timing-2", "timing-2")]
    public void The_service_name_is_the_variable_or_the_host(string application, string? variable, string expected)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = application });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [TelemetrySetup.ServiceNameVariable] = variable });

        Assert.Equal(expected, TelemetrySetup.ServiceName(builder));
    }

    private static WebApplicationBuilder Builder(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        builder.AddServiceDefaults();
        return builder;
    }
}
