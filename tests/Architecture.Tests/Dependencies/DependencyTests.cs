using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace RaceSystem.Architecture.Tests.Dependencies;

/// <summary>Dependencies point one way: Host → Service → Core → Kernel; Service → Contracts, Platform; Host → ServiceDefaults.</summary>
public sealed class DependencyTests
{
    /// <summary>Layer of a project by its name, what it may reference, and why not more.</summary>
    private static readonly (string Layer, string[] May, string Reason)[] Layers =
    [
        ("Kernel", [], "Kernel is the ground: every core speaks its values, so it depends on nothing."),
        ("Contracts", [], "Contracts are what others build against: they depend on nothing of ours."),
        (@"\w+\.Core", ["Kernel"], "A core holds pure rules: base class library and Kernel, so that it can be tested, replayed and trusted without a server."),
        ("Platform", ["Kernel", "Contracts"], "Platform knows nothing of the domain, or each service would drag in the others."),
        ("ServiceDefaults", ["Kernel", "Contracts", "Platform"], "ServiceDefaults serves every host, so it knows none."),
        (@"\w+\.Protocols", ["Kernel"], "Decoder protocols are spoken by Timing, the edge agent and racectl alike, so they know none of them."),
        (@"(?<own>\w+)\.(Records|Certification|Publishing)", ["Kernel", "Contracts", @"\k<own>\.Core", @"\k<own>\.(Records|Certification)"],
            "What reads a service's records, certifies and prints is used by racectl too, without a server: it knows core and contract alone."),
        (@"(?<own>\w+)\.Service", ["Kernel", "Contracts", "Platform", @"\k<own>\.(Core|Protocols|Records|Certification|Publishing)"],
            "A service talks to another one through its contract, never through its code: they are deployed apart."),
        (@"(?<own>\w+)\.Host", [@"\k<own>\.Service", "Platform", "ServiceDefaults"], "A host is 25 lines over one service."),
        ("RaceSystem.Client", ["Kernel", "Contracts"], "Integrators take the client without a server in it."),
        ("racectl", ["Kernel", "Contracts", @"RaceSystem\.Client", @"Timing\.Protocols", @"Results\.(Core|Records|Certification|Publishing)"],
            "racectl does what an integrator could do: it uses the client library, plays decoders' files, and checks, reproduces and prints results by itself."),
    ];

    [Fact]
    public void Each_project_references_only_what_its_layer_may()
    {
        foreach (var (layer, may, reason) in Layers)
        {
            var broken =
                from project in ProjectGraph.Projects
                let match = Regex.Match(project.Name, $"^{layer}$")
                where match.Success
                from reference in project.Projects
                where !may.Any(allowed => Regex.IsMatch(reference, $"^{Allowed(allowed, match)}$"))
                select $"{project.Name} → {reference}";
            Rule.Holds(reason, broken);
        }
    }

    [Fact]
    public void Every_layer_of_the_design_has_a_project()
    {
        foreach (var (layer, _, _) in Layers)
        {
            Assert.Contains(ProjectGraph.Projects, project => Regex.IsMatch(project.Name, $"^{layer}$"));
        }
    }

    [Fact]
    public void A_core_takes_no_package() =>
        Rule.Holds(
            "A core holds pure rules: what a package brings (clock, log, container, wire format) belongs to its service.",
            from project in ProjectGraph.Projects
            where project.Name.EndsWith(".Core", StringComparison.Ordinal) || project.Name == "Kernel"
            from package in project.Packages
            select $"{project.Name} → {package}");

    [Fact]
    public void A_compiled_core_references_the_base_class_library_and_kernel_alone()
    {
        var cores = Directory.GetFiles(AppContext.BaseDirectory, "RaceSystem.*.dll")
            .Where(path => Regex.IsMatch(Path.GetFileName(path), @"^RaceSystem\.(\w+\.Core|Kernel)\.dll$"))
            .ToArray();

        Assert.Equal(4, cores.Length);
        Rule.Holds(
            "A core holds pure rules: base class library and Kernel, whatever its project file lets in through the back door.",
            from core in cores
            from reference in References(core)
            where !reference.StartsWith("System.", StringComparison.Ordinal) && reference != "RaceSystem.Kernel"
            select $"{Path.GetFileName(core)} → {reference}");
    }

    [Fact]
    public void Nothing_but_the_composition_of_hosts_references_a_service()
    {
        string[] compose = ["AllInOne", "AppHost"];
        Rule.Holds(
            "A service's code is seen by its host, AllInOne, the app host and tests alone.",
            from project in ProjectGraph.Projects
            where !project.Folder.StartsWith("tests/", StringComparison.Ordinal) && !project.Folder.StartsWith("bench/", StringComparison.Ordinal)
            where !compose.Contains(project.Name)
            from reference in project.Projects
            where reference.EndsWith(".Service", StringComparison.Ordinal) && project.Name != reference.Replace(".Service", ".Host", StringComparison.Ordinal)
            select $"{project.Name} → {reference}");
    }

    private static string Allowed(string allowed, Match layer) =>
        allowed.Replace(@"\k<own>", Regex.Escape(layer.Groups["own"].Value), StringComparison.Ordinal);

    private static List<string> References(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
