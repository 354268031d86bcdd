using MassTransit;
using RaceSystem.Contracts.Messages;

namespace RaceSystem.Contracts.Tests.Messages;

public sealed class BusMessageApprovalTests
{
    [Fact]
    public void Names_and_shapes_on_the_bus_are_the_approved_ones()
    {
        var lines = Messages().SelectMany(type => type.GetProperties()
            .Select(property => $"  {property.Name}: {property.PropertyType.Name}")
            .Prepend(MessageUrn.ForTypeString(type)));
        Approval.Verify("tests/Contracts.Tests", "bus-messages.txt", string.Join('\n', lines));
    }

    [Fact]
    public void Messages_are_sealed_records_without_a_base_class_named_in_the_past_tense()
    {
        Assert.All(Messages(), type =>
        {
            Assert.True(type.IsSealed, $"{type.Name} is not sealed.");
            Assert.Equal(typeof(object), type.BaseType);
            Assert.NotNull(type.GetMethod("<Clone>$"));
            Assert.EndsWith("ed", type.Name, StringComparison.Ordinal);
        });
    }

    private static List<Type> Messages()
    {
        var types = typeof(IChangeMessage).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(IChangeMessage).Namespace && type is { IsInterface: false, IsNested: false })
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .ToList();
        Assert.NotEmpty(types);
        return types;
    }
}
