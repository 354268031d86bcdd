using System.Reflection;
using Google.Protobuf.Reflection;
using RaceSystem.Contracts.Messages;

namespace RaceSystem.Contracts.Tests.Protos;

public sealed class ProtoApprovalTests
{
    [Fact]
    public void Protos_are_the_approved_ones()
    {
        var files = Files();
        Assert.NotEmpty(files);
        Approval.Verify("tests/Contracts.Tests", "protos.txt", ProtoText.Describe(files));
    }

    [Fact]
    public void Every_package_ends_in_a_version_and_is_its_folder()
    {
        Assert.All(Files(), file =>
        {
            Assert.Matches(@"^racesystem(\.[a-z]+)+\.v[0-9]+$", file.Package);
            Assert.Equal(file.Package.Replace('.', '/'), Path.GetDirectoryName(file.Name));
        });
    }

    [Fact]
    public void Every_list_request_can_be_paged()
    {
        var lists = Files().SelectMany(file => file.Services).SelectMany(service => service.Methods)
            .Where(method => method.Name.StartsWith("List", StringComparison.Ordinal) && method.InputType.File.Package != "racesystem.changelog.v1");
        Assert.All(lists, method =>
        {
            Assert.NotNull(method.InputType.FindFieldByName("page_size"));
            Assert.NotNull(method.InputType.FindFieldByName("page_token"));
            Assert.NotNull(method.OutputType.FindFieldByName("next_page_token"));
        });
    }

    private static List<FileDescriptor> Files() =>
    [
        .. typeof(IChangeMessage).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
            .OfType<FileDescriptor>(),
    ];
}
