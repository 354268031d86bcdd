namespace RaceSystem.Contracts.Tests.Protos;

public sealed class BufTests(BufWorkspace workspace) : IClassFixture<BufWorkspace>
{
    private static readonly string Baseline = Repository.Combine("tests", "Contracts.Tests", "Approved", "protos.binpb");

    [Fact]
    public void Protos_follow_the_standard_rules()
    {
        var (exitCode, output) = workspace.Buf("lint");
        Assert.True(exitCode == 0, $"buf lint (rules in services/Contracts/buf.yaml):\n{output}");
    }

    [Fact]
    public void Protos_stay_compatible_on_the_wire_and_in_json()
    {
        if (File.Exists(Baseline))
        {
            var (exitCode, output) = workspace.Buf("breaking", "--against", Baseline);
            Assert.True(
                exitCode == 0,
                $"These changes break callers that were built against the approved contracts:\n{output}\n" +
                "Add instead of changing. When it must break: make a new version of the package (v2).");
        }

        if (Approval.Accepts || !File.Exists(Baseline))
        {
            var (exitCode, output) = workspace.Buf("build", "--exclude-source-info", "-o", Baseline);
            Assert.True(exitCode == 0, output);
        }
    }
}
