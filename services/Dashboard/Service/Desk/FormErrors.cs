using RaceSystem.Kernel;

namespace RaceSystem.Dashboard.Service.Desk;

/// <summary>Why a form was not taken: a sentence for the whole, and one beside each field that is wrong.</summary>
/// <param name="Message">Empty: nothing is wrong.</param>
/// <param name="Fields">By the field's name in the form.</param>
public sealed record FormErrors(string Message, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Nothing is wrong.</summary>
    public static FormErrors None { get; } = new("", new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>What is wrong with a field; empty: nothing.</summary>
    public string this[string field] => Fields.GetValueOrDefault(field, "");

    /// <summary>A service's refusal. What it says of fields goes beside them, with the names the form has for them.</summary>
    public static FormErrors Of(RefusalException refusal, Func<string, string> formField)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var violation in refusal.Violations)
        {
            fields.TryAdd(formField(violation.Field), Sentence(violation.Description));
        }

        return new FormErrors(fields.Count > 0 ? fields.Count == 1 ? "One field is not right yet." : $"{fields.Count} fields are not right yet." : refusal.Message, fields);
    }

    /// <summary>The services' descriptions go on after a field's name: <c>must name the rule</c>.</summary>
    private static string Sentence(string description) =>
        description.Length == 0 || char.IsUpper(description[0]) ? description : $"It {description}";
}
