namespace RaceSystem.Results.Publishing.Countries;

/// <summary>A national federation.</summary>
/// <param name="Code">IOC and World Athletics code.</param>
/// <param name="English">Name in English.</param>
/// <param name="Korean">Name in Korean.</param>
internal sealed record Country(string Code, string English, string Korean);
