using RaceSystem.Kernel;

namespace RaceSystem.Racectl.Reads;

/// <summary>Which device the reads of a location belong to.</summary>
/// <param name="Otherwise">Device of all locations that are not mapped; null: there is none.</param>
/// <param name="ByLocation">The mapped ones, by the decoder's name, in whatever case.</param>
internal sealed record ReadPlaces(ReadPlace? Otherwise, IReadOnlyDictionary<string, ReadPlace> ByLocation)
{
    /// <summary>Every device, once.</summary>
    public IReadOnlyList<ReadPlace> All { get; } =
        [.. ((IEnumerable<ReadPlace?>)[Otherwise, .. ByLocation.Values]).OfType<ReadPlace>().Distinct()];

    /// <summary>The device of a location; null when the location is not mapped.</summary>
    public ReadPlace? Of(string location) => ByLocation.GetValueOrDefault(location) ?? Otherwise;

    /// <summary>Reads <c>Start=start:start-1</c>; null when it does not have this form.</summary>
    public static KeyValuePair<string, ReadPlace>? Parse(string mapping)
    {
        var equals = mapping.LastIndexOf('=');
        var parts = equals < 0 ? [] : mapping[(equals + 1)..].Split(':');
        return parts.Length == 2 && Array.TrueForAll(parts, Identifier.IsValid)
            ? KeyValuePair.Create(mapping[..equals], new ReadPlace(parts[0], parts[1]))
            : null;
    }

    /// <summary>Every problem of a command line's places; empty when they make sense.</summary>
    public static IEnumerable<string> Problems(string? point, string? device, IReadOnlyCollection<string> mappings)
    {
        foreach (var mapping in mappings.Where(mapping => Parse(mapping) is null))
        {
            yield return $"--map-location: '{mapping}' has not the form LOCATION=POINT:DEVICE, such as Start=start:start-1.";
        }

        var twice = mappings.Select(Parse).OfType<KeyValuePair<string, ReadPlace>>().GroupBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            yield return $"--map-location: '{twice.Key}' is given twice.";
        }

        if (point is null != device is null || (point is null && mappings.Count == 0))
        {
            yield return "Give --point and --device together, or --map-location for each location of the file.";
        }

        foreach (var (option, id) in new[] { ("--point", point), ("--device", device) }.Where(item => item.Item2 is not null && !Identifier.IsValid(item.Item2)))
        {
            yield return $"{option}: '{id}' is not an id: use 1 to {Identifier.MaxLength} lower-case letters, digits, '-' or '_'.";
        }
    }
}
