using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Attributes;

namespace RaceSystem.Registration.Service.Wire;

/// <summary>Attributes, and what asks for them, between the wire and the core.</summary>
internal static class AttributeWire
{
    public static AttributeValue ToCore(V1.Attribute attribute) => new(attribute.Key, attribute.Value);

    public static V1.Attribute ToWire(AttributeValue attribute) => new() { Key = attribute.Key, Value = attribute.Value };

    public static AttributeCondition ToCore(V1.AttributeCondition condition) => new(condition.Key, ValueList.From(condition.Values), condition.Negated);

    public static V1.AttributeCondition ToWire(AttributeCondition condition) => new() { Key = condition.Key, Values = { condition.Values }, Negated = condition.Negated };
}
