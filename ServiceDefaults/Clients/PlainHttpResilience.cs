using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Registry;

namespace RaceSystem.ServiceDefaults.Clients;

/// <summary>
/// Timeouts, retries and a circuit breaker for plain HTTP calls, one circuit per authority. gRPC calls pass untouched:
/// a timeout would cut their streams, and a retry would send a half-read stream again.
/// </summary>
internal static class PlainHttpResilience
{
    public static IHttpClientBuilder AddPlainHttpResilience(this IHttpClientBuilder client)
    {
        client.Services.AddResiliencePipelineRegistry<string>();
        return client.AddHttpMessageHandler(services =>
        {
            var pipelines = services.GetRequiredService<ResiliencePipelineRegistry<string>>();
            return new ResilienceHandler(request => IsGrpc(request)
                ? ResiliencePipeline<HttpResponseMessage>.Empty
                : pipelines.GetOrAddPipeline<HttpResponseMessage>(request.RequestUri!.Authority, Build));
        });
    }

    internal static bool IsGrpc(HttpRequestMessage request) =>
        request.Content?.Headers.ContentType?.MediaType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;

    private static void Build(ResiliencePipelineBuilder<HttpResponseMessage> pipeline)
    {
        var retry = new HttpRetryStrategyOptions { MaxRetryAttempts = 3, UseJitter = true, BackoffType = DelayBackoffType.Exponential };
        retry.DisableForUnsafeHttpMethods();
        pipeline
            .AddTimeout(TimeSpan.FromSeconds(30))
            .AddRetry(retry)
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions())
            .AddTimeout(TimeSpan.FromSeconds(10));
    }
}
