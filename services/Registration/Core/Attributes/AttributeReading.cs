namespace RaceSystem.Registration.Core.Attributes;

/// <summary>Checks attributes and what asks for them.</summary>
internal static class AttributeReading
{
    /// <summary>The attributes of an entry, by key.</summary>
    public static ValueList<AttributeValue> Read(IReadOnlyList<AttributeValue> attributes, Violations violations)
    {
        if (attributes.Count == 0)
        {
            return [];
        }

        if (attributes.Count > AttributeLimits.OfEntry)
        {
            violations.Add("attributes", Reasons.AttributeInvalid, $"has {attributes.Count} attributes; an entry has at most {AttributeLimits.OfEntry}.");
            return [];
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        var read = new List<AttributeValue>(attributes.Count);
        for (var i = 0; i < attributes.Count; i++)
        {
            var (key, value) = attributes[i];
            IdRule.Check(key, $"attributes[{i}].key", violations);
            if (!keys.Add(key))
            {
                violations.Add($"attributes[{i}].key", Reasons.AttributeInvalid, $"'{key}' is there already; an entry has each attribute once.");
            }

            read.Add(new(key, ReadValue(value, $"attributes[{i}].value", violations)));
        }

        return ValueList.From(read.OrderBy(attribute => attribute.Key, StringComparer.Ordinal));
    }

    public static AttributeCondition Read(AttributeCondition condition, string field, Violations violations)
    {
        IdRule.Check(condition.Key, $"{field}.key", violations);
        if (condition.Values.Count > AttributeLimits.ConditionValues)
        {
            violations.Add($"{field}.values", Reasons.AttributeInvalid, $"has {condition.Values.Count} values; at most {AttributeLimits.ConditionValues}.");
            return condition;
        }

        return condition with { Values = ValueList.From(condition.Values.Select((value, i) => ReadValue(value, $"{field}.values[{i}]", violations))) };
    }

    public static ValueList<AttributeCondition> Read(ValueList<AttributeCondition> conditions, string field, Violations violations)
    {
        if (conditions.Count > AttributeLimits.Conditions)
        {
            violations.Add(field, Reasons.AttributeInvalid, $"has {conditions.Count} conditions; at most {AttributeLimits.Conditions}.");
            return [];
        }

        return ValueList.From(conditions.Select((condition, i) => Read(condition, $"{field}[{i}]", violations)));
    }

    private static string ReadValue(string value, string field, Violations violations)
    {
        var count = violations.Count;
        var read = TextRule.Read(value, AttributeLimits.ValueLength, field, violations);
        if (read.Length == 0 && violations.Count == count)
        {
            violations.Add(field, Reasons.AttributeInvalid, "is empty; leave the attribute out instead.");
        }

        return read;
    }
}
