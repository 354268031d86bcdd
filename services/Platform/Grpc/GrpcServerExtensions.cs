using Google.Protobuf.Reflection;
using Google.Rpc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace RaceSystem.Platform.Grpc;

/// <summary>What every gRPC server of this system has: errors, limits, reflection, health, JSON transcoding.</summary>
internal static class GrpcServerExtensions
{
    /// <summary>Largest message a server takes.</summary>
    private const int MaxReceiveBytes = 4 * 1024 * 1024;

    /// <summary>How often health that is watched over gRPC is looked at.</summary>
    private static readonly TimeSpan HealthPeriod = TimeSpan.FromSeconds(5);

    public static void AddGrpcServer(this IServiceCollection services)
    {
        services
            .AddGrpc(options =>
            {
                options.MaxReceiveMessageSize = MaxReceiveBytes;
                options.EnableDetailedErrors = false;
                options.Interceptors.Add<ErrorInterceptor>();
            })
            .AddJsonTranscoding(options =>
            {
                options.TypeRegistry = TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor);

                // As proto3 JSON says: a number of JavaScript holds 53 bits.
                options.JsonSettings.WriteInt64sAsStrings = true;
            });
        services.AddGrpcReflection();
        services.AddGrpcHealthChecks();
        services.Configure<HealthCheckPublisherOptions>(options =>
        {
            options.Delay = TimeSpan.FromSeconds(1);
            options.Period = HealthPeriod;
        });
    }
}
