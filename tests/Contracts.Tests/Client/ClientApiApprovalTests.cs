using PublicApiGenerator;
using RaceSystem.Client;

namespace RaceSystem.Contracts.Tests.Client;

public sealed class ClientApiApprovalTests
{
    [Fact]
    public void The_public_api_of_the_client_library_is_the_approved_one()
    {
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false };
        Approval.Verify("tests/Contracts.Tests", "client-api.txt", typeof(RaceSystemClient).Assembly.GeneratePublicApi(options));
    }
}
