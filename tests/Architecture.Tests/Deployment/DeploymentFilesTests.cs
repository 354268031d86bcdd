using System.Text.Json;
using RaceSystem.Testing;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RaceSystem.Architecture.Tests.Deployment;

/// <summary>The deployment files parse and say what the hosts need; nothing here starts a container.</summary>
public sealed class DeploymentFilesTests
{
    private static readonly Dictionary<string, string[]> Needs = new()
    {
        ["registration"] = ["ConnectionStrings__messaging", "ConnectionStrings__registration-db"],
        ["timing"] = ["ConnectionStrings__messaging", "ConnectionStrings__timing-db", "services__registration__http__0"],
        ["results"] = ["ConnectionStrings__messaging", "ConnectionStrings__results-db", "services__registration__http__0", "services__timing__http__0", "Results__SigningKeyFile"],
        ["dashboard"] = ["services__registration__http__0", "services__timing__http__0", "services__results__http__0"],
    };

    public static TheoryData<string> Services => [.. Needs.Keys];

    [Fact]
    public void Every_yaml_file_parses()
    {
        var files = SourceTree.Files.Where(file => file.HasExtension(".yaml", ".yml") && file.Path.StartsWith("deploy/", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            Assert.NotEmpty(Parse(file.Path));
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Compose_gives_a_service_its_settings(string service)
    {
        var compose = (YamlMappingNode)Parse("deploy/compose/compose.yaml").Single().RootNode;
        var environment = (YamlMappingNode)compose["services"][service]["environment"];

        Assert.Equal(Needs[service].Order(), Keys(environment).Where(IsNeed).Order());
    }

    [Fact]
    public void Compose_publishes_ports_on_loopback_alone()
    {
        var compose = (YamlMappingNode)Parse("deploy/compose/compose.yaml").Single().RootNode;
        var ports = ((YamlMappingNode)compose["services"]).Children.Values
            .OfType<YamlMappingNode>()
            .Where(service => service.Children.ContainsKey("ports"))
            .SelectMany(service => (YamlSequenceNode)service["ports"])
            .Select(port => port.ToString())
            .ToArray();

        Assert.Equal(Needs.Count, ports.Length);
        Assert.All(ports, port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Kubernetes_gives_a_service_its_settings_and_probes(string service)
    {
        var deployment = Parse($"deploy/kubernetes/{service}.yaml").Select(document => document.RootNode).Single(node => node["kind"].ToString() == "Deployment");
        var container = ((YamlSequenceNode)deployment["spec"]["template"]["spec"]["containers"]).Single();
        var names = ((YamlSequenceNode)container["env"]).Select(variable => variable["name"].ToString());

        Assert.Equal(Needs[service].Order(), names.Where(IsNeed).Order());
        Assert.Equal("/alive", container["livenessProbe"]["httpGet"]["path"].ToString());
        Assert.Equal("/health", container["readinessProbe"]["httpGet"]["path"].ToString());
    }

    [Fact]
    public void The_operations_page_explains_every_setting()
    {
        var page = File.ReadAllText(Repository.Combine("docs/operations.md"));

        Assert.All(Needs.Values.SelectMany(names => names).Distinct(), name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_settings_example_of_systemd_is_json() =>
        Assert.NotNull(JsonDocument.Parse(File.ReadAllText(Repository.Combine("deploy/systemd/appsettings.example.json"))));

    private static bool IsNeed(string name) =>
        name.StartsWith("ConnectionStrings__", StringComparison.Ordinal) || name.StartsWith("services__", StringComparison.Ordinal) || name.StartsWith("Results__", StringComparison.Ordinal);

    private static IEnumerable<string> Keys(YamlMappingNode node) => node.Children.Keys.Select(key => key.ToString());

    private static IList<YamlDocument> Parse(string path)
    {
        var stream = new YamlStream();
        using var text = new StreamReader(Repository.Combine(path));
        stream.Load(new MergingParser(new Parser(text)));
        return stream.Documents;
    }
}
