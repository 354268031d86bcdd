using System.Text.RegularExpressions;
using RaceSystem.Testing;

namespace RaceSystem.Architecture.Tests.Contracts;

/// <summary>RPC name = folder = handler = test class, so that one search shows proto, code and test.</summary>
public sealed partial class RpcFolderTests
{
    [Theory]
    [InlineData("Registration")]
    [InlineData("Timing")]
    [InlineData("Results")]
    public void Each_rpc_has_its_folder_with_its_handler(string service)
    {
        var rpcs = Rpcs(service);

        Assert.NotEmpty(rpcs);
        Rule.Holds(
            "An RPC is handled in services/<Service>/Service/<Rpc>/<Rpc>Handler.cs.",
            rpcs.Select(rpc => $"services/{service}/Service/{rpc}/{rpc}Handler.cs").Where(path => !File.Exists(Repository.Combine(path))));
    }

    [Theory]
    [InlineData("Registration")]
    [InlineData("Timing")]
    [InlineData("Results")]
    public void Each_rpc_has_its_tests(string service) =>
        Rule.Holds(
            "The tests of an RPC are in tests/<Service>.Tests/Service/<Rpc>/<Rpc>Tests.cs.",
            Rpcs(service).Select(rpc => $"tests/{service}.Tests/Service/{rpc}/{rpc}Tests.cs").Where(path => !File.Exists(Repository.Combine(path))));

    private static string[] Rpcs(string service) =>
    [
        .. SourceTree.Files
            .Where(file => file.HasExtension(".proto") && file.Path.Contains($"/racesystem/{service.ToLowerInvariant()}/", StringComparison.Ordinal))
            .SelectMany(file => Rpc().Matches(file.Text)).Select(match => match.Groups[1].Value),
    ];

    [GeneratedRegex(@"^\s*rpc (\w+)\s*\(", RegexOptions.Multiline)]
    private static partial Regex Rpc();
}
