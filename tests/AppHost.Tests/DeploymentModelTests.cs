using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace RaceSystem.AppHost.Tests;

/// <summary>The graph as it would be published: what runs, what it references, what it waits for.</summary>
public sealed class DeploymentModelTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("registration", "messaging", "registration-db")]
    [InlineData("timing", "messaging", "timing-db", "registration")]
    [InlineData("results", "messaging", "results-db", "registration", "timing")]
    [InlineData("dashboard", "registration", "timing", "results")]
    public async Task A_service_references_and_waits_for_what_it_needs(string service, params string[] needs)
    {
        await using var builder = await PublishAsync();
        var resource = Find(builder, service);

        var references = resource.Annotations.OfType<ResourceRelationshipAnnotation>()
            .Where(relation => relation.Type == "Reference")
            .Select(relation => relation.Resource.Name);
        var waits = resource.Annotations.OfType<WaitAnnotation>()
            .Where(wait => wait.WaitType == WaitType.WaitUntilHealthy)
            .Select(wait => wait.Resource.Name)
            .Where(name => name != "postgres"); // the server comes with each of its databases

        Assert.Equal(needs.Order(), references.Distinct().Order());
        Assert.Equal(needs.Order(), waits.Distinct().Order());
    }

    [Theory]
    [InlineData("registration")]
    [InlineData("timing")]
    [InlineData("results")]
    [InlineData("dashboard")]
    public async Task A_service_is_watched_over_its_only_http_port(string service)
    {
        await using var builder = await PublishAsync();
        var resource = Find(builder, service);

        Assert.Contains(resource.Annotations.OfType<HealthCheckAnnotation>(), check => check.Key.Contains("/health", StringComparison.Ordinal));
        Assert.Equal("http", Assert.Single(resource.Annotations.OfType<EndpointAnnotation>()).UriScheme);
    }

    [Fact]
    public async Task Nothing_else_runs()
    {
        await using var builder = await PublishAsync();

        Assert.Equal(["dashboard", "registration", "results", "timing"], Names<ProjectResource>(builder));
        Assert.Equal(["messaging", "postgres"], Names<ContainerResource>(builder).Where(name => !name.EndsWith("-dashboard", StringComparison.Ordinal)));
        Assert.Equal(["registration-db", "results-db", "timing-db"], Names<PostgresDatabaseResource>(builder));
    }

    [Theory]
    [InlineData("results", 3)]
    [InlineData("dashboard", 2)]
    public async Task Readers_scale_by_configuration(string service, int replicas)
    {
        await using var single = await PublishAsync();
        await using var several = await PublishAsync($"--replicas:{service}={replicas}");

        Assert.Equal(1, Find(single, service).Annotations.OfType<ReplicaAnnotation>().Last().Replicas);
        Assert.Equal(replicas, Find(several, service).Annotations.OfType<ReplicaAnnotation>().Last().Replicas);
    }

    [Fact]
    public async Task External_infrastructure_keeps_the_names_and_starts_no_container()
    {
        await using var builder = await PublishAsync("--infrastructure=external");

        Assert.DoesNotContain(builder.Resources, resource => resource is RabbitMQServerResource or PostgresServerResource);
        foreach (var name in new[] { "messaging", "registration-db", "timing-db", "results-db" })
        {
            Assert.IsAssignableFrom<IResourceWithConnectionString>(Find(builder, name));
        }
    }

    [Fact]
    public async Task Passwords_are_secret_parameters()
    {
        await using var builder = await PublishAsync();

        Assert.True(Assert.IsType<ParameterResource>(Find(builder, "messaging-password")).Secret);
        Assert.True(Assert.IsType<ParameterResource>(Find(builder, "postgres-password")).Secret);
    }

    [Theory]
    [InlineData("compose")]
    [InlineData("kubernetes")]
    public async Task One_compute_environment_is_chosen(string compute)
    {
        await using var builder = await PublishAsync($"--compute={compute}");

        Assert.Equal(compute, Assert.Single(builder.Resources.OfType<IComputeEnvironmentResource>()).Name);
    }

    private static Task<IDistributedApplicationTestingBuilder> PublishAsync(params string[] settings) =>
        DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(["--operation", "publish", .. settings], Cancel);

    private static IResource Find(IDistributedApplicationBuilder builder, string name) =>
        Assert.Single(builder.Resources, resource => resource.Name == name);

    private static IEnumerable<string> Names<TResource>(IDistributedApplicationBuilder builder)
        where TResource : IResource =>
        builder.Resources.OfType<TResource>().Select(resource => resource.Name).Order(StringComparer.Ordinal);
}
