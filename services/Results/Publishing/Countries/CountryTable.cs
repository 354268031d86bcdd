using System.Collections.Frozen;

namespace RaceSystem.Results.Publishing.Countries;

/// <summary>Names of countries by the codes that entries carry: IOC, World Athletics or ISO 3166 alpha-3.</summary>
internal static class CountryTable
{
    private static readonly FrozenDictionary<string, Country> ByCode = Read();

    public static int Count => ByCode.Values.Distinct().Count();

    /// <summary>
    /// The country of a code; null: no federation has it. Where ISO gives one country the code of another federation
    /// (BRN is Bahrain to the IOC and Brunei to ISO), the federation's counts.
    /// </summary>
    public static Country? Find(string code) => ByCode.GetValueOrDefault(code.ToUpperInvariant());

    /// <summary>The federation's code; unknown codes stay as they are.</summary>
    public static string CodeOf(string code) => Find(code)?.Code ?? code;

    private static FrozenDictionary<string, Country> Read()
    {
        using var stream = typeof(CountryTable).Assembly.GetManifestResourceStream("countries.tsv") ?? throw new InvalidOperationException("countries.tsv is not in the assembly.");
        using var reader = new StreamReader(stream);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.Split('\t')).ToArray();
        var countries = rows.ToDictionary(row => row[0], row => new Country(row[0], row[2], row[3]), StringComparer.Ordinal);
        foreach (var row in rows)
        {
            countries.TryAdd(row[1], countries[row[0]]);
        }

        return countries.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
