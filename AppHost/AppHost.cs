// The deployment diagram. README.md lists the same as a table.
using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(args);

// What `publish` writes for: one at a time, since each would claim every resource.
_ = builder.Configuration["compute"] switch
{
    null or "compose" => (object)builder.AddDockerComposeEnvironment("compose"),
    "kubernetes" => builder.AddKubernetesEnvironment("kubernetes"),
    var unknown => throw new InvalidOperationException($"compute={unknown} is unknown: say compose or kubernetes."),
};

// Infrastructure: containers, or with infrastructure=external the servers that ConnectionStrings:<name> name.
var external = builder.Configuration["infrastructure"] == "external";
var messaging = external ? builder.AddConnectionString("messaging")
    : builder.AddRabbitMQ("messaging", password: Secret("messaging-password")).WithManagementPlugin().WithDataVolume();
var postgres = external ? null : builder.AddPostgres("postgres", password: Secret("postgres-password")).WithDataVolume();
var registrationDb = Database("registration-db");
var timingDb = Database("timing-db");
var resultsDb = Database("results-db");

// Services
var registration = Service<Projects.Registration_Host>("registration")
    .WithReference(messaging).WaitFor(messaging)
    .WithReference(registrationDb).WaitFor(registrationDb);

var timing = Service<Projects.Timing_Host>("timing")
    .WithReference(messaging).WaitFor(messaging)
    .WithReference(timingDb).WaitFor(timingDb)
    .WithReference(registration).WaitFor(registration);

var results = Service<Projects.Results_Host>("results")
    .WithReference(messaging).WaitFor(messaging)
    .WithReference(resultsDb).WaitFor(resultsDb)
    .WithReference(registration).WaitFor(registration)
    .WithReference(timing).WaitFor(timing)
    .WithReplicas(builder.Configuration.GetValue("replicas:results", 1));

Service<Projects.Dashboard_Host>("dashboard")
    .WithReference(registration).WaitFor(registration)
    .WithReference(timing).WaitFor(timing)
    .WithReference(results).WaitFor(results)
    .WithReplicas(builder.Configuration.GetValue("replicas:dashboard", 1))
    .WithExternalHttpEndpoints();

builder.Build().Run();

// One cleartext port a service, HTTP/1.1 and HTTP/2; no launch profile, which would add an https endpoint on publish.
IResourceBuilder<ProjectResource> Service<TProject>(string name) where TProject : IProjectMetadata, new() =>
    builder.AddProject<TProject>(name, launchProfileName: null).WithHttpEndpoint().WithHttpHealthCheck("/health");

IResourceBuilder<IResourceWithConnectionString> Database(string name) =>
    postgres is null ? builder.AddConnectionString(name) : postgres.AddDatabase(name);

// Generated once and kept in the user secrets when run; given by the operator when published. Letters and digits: it goes into a URI.
IResourceBuilder<ParameterResource> Secret(string name) => builder.ExecutionContext.IsRunMode
    ? builder.AddParameter(name, new GenerateParameterDefault { Special = false }, secret: true, persist: true)
    : builder.AddParameter(name, secret: true);
