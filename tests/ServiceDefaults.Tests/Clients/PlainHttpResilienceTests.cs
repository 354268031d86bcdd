using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace RaceSystem.ServiceDefaults.Tests.Clients;

public sealed class PlainHttpResilienceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plain_request_is_tried_again_and_a_grpc_call_is_not()
    {
        using var server = new CountingServer();
        using var services = Services(server);
        var client = services.GetRequiredService<IHttpClientFactory>().CreateClient();

        await client.GetAsync("http://127.0.0.1:1/plain", Cancel);
        using var grpc = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1:1/grpc") { Content = new ByteArrayContent([]) };
        grpc.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        await client.SendAsync(grpc, Cancel);

        Assert.Equal(4, server.Seen.Count(uri => uri.AbsolutePath == "/plain"));
        Assert.Single(server.Seen, uri => uri.AbsolutePath == "/grpc");
    }

    [Fact]
    public async Task A_plain_post_is_never_sent_twice()
    {
        using var server = new CountingServer();
        using var services = Services(server);
        var client = services.GetRequiredService<IHttpClientFactory>().CreateClient();

        await client.PostAsync("http://127.0.0.1:1/write", new StringContent("x"), Cancel);

        Assert.Single(server.Seen);
    }

    [Fact]
    public async Task A_service_name_becomes_the_address_of_its_environment_variable()
    {
        using var server = new CountingServer { Answer = HttpStatusCode.OK };
        using var services = Services(server);
        var client = services.GetRequiredService<IHttpClientFactory>().CreateClient();

        await client.GetAsync("http://timing/x", Cancel);

        Assert.Equal("http://127.0.0.1:5102/x", server.Seen.Single().ToString());
    }

    private static ServiceProvider Services(CountingServer server)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["services:timing:http:0"] = "http://127.0.0.1:5102" });
        builder.AddServiceDefaults();
        builder.Services.AddHttpClient("").ConfigurePrimaryHttpMessageHandler(() => server);
        return builder.Services.BuildServiceProvider();
    }

    private sealed class CountingServer : HttpMessageHandler
    {
        public List<Uri> Seen { get; } = [];

        public HttpStatusCode Answer { get; init; } = HttpStatusCode.ServiceUnavailable;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen.Add(request.RequestUri!);
            return Task.FromResult(new HttpResponseMessage(Answer));
        }
    }
}
