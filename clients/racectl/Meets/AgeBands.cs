using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RaceSystem.Registration.V1;

namespace RaceSystem.Racectl.Meets;

/// <summary>
/// Age groups as a meet file writes them, beside the <c>divisions</c> of a race:
/// <c>"ageBands": { "from": 35, "to": 80, "years": 5 }</c> makes M (up to 34), M35, M40 … M80 (no upper end), and the same for W.
/// </summary>
internal sealed record AgeBands(int From, int To, int Years, string Men, string Women)
{
    private const int MaxAge = 150;

    /// <exception cref="JsonException">What is there are no age bands.</exception>
    public static AgeBands Parse(JsonNode node)
    {
        if (node is not JsonObject bands)
        {
            throw new JsonException("ageBands must be an object with from, to and years.");
        }

        foreach (var (name, _) in bands)
        {
            if (name is not ("from" or "to" or "years" or "men" or "women"))
            {
                throw new JsonException($"ageBands has no '{name}': it has from, to, years, men and women.");
            }
        }

        var (from, to, years) = (Number(bands, "from", 35), Number(bands, "to", 80), Number(bands, "years", 5));
        return from >= 2 && to >= from && to <= MaxAge && years >= 1 && (to - from) % years == 0
            ? new AgeBands(from, to, years, Text(bands, "men", "M"), Text(bands, "women", "W"))
            : throw new JsonException($"ageBands from {from} to {to} by {years} years are none: from is at least 2, and to is from and a number of whole bands, at most {MaxAge}.");
    }

    /// <summary>The divisions, men first, by age.</summary>
    public IEnumerable<Division> Divisions() => Of(Men, "Men", Sex.Male).Concat(Of(Women, "Women", Sex.Female));

    private IEnumerable<Division> Of(string prefix, string name, Sex sex)
    {
        yield return Band(prefix, name, sex, 1, From - 1);
        for (var age = From; age < To; age += Years)
        {
            var last = age + Years - 1;
            yield return Band(string.Create(CultureInfo.InvariantCulture, $"{prefix}{age}"), string.Create(CultureInfo.InvariantCulture, $"{name} {age}-{last}"), sex, age, last);
        }

        yield return Band(string.Create(CultureInfo.InvariantCulture, $"{prefix}{To}"), string.Create(CultureInfo.InvariantCulture, $"{name} {To}+"), sex, To, 0);
    }

    private static Division Band(string id, string name, Sex sex, int from, int to) => new() { DivisionId = id, DisplayName = name, Sex = sex, MinAge = from, MaxAge = to };

    private static int Number(JsonObject bands, string name, int otherwise) =>
        bands[name] is not { } node ? otherwise : node is JsonValue value && value.TryGetValue<int>(out var number) ? number : throw new JsonException($"ageBands.{name} must be a whole number.");

    private static string Text(JsonObject bands, string name, string otherwise) =>
        bands[name] is not { } node ? otherwise : node is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw new JsonException($"ageBands.{name} must be a text.");
}
