using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.ExportResults;

/// <summary>One runner of an export; times in whole seconds.</summary>
internal sealed record ResultRow
{
    public required string RaceId { get; init; }

    public required string Bib { get; init; }

    public required ResultStatus Status { get; init; }

    public required Sex Sex { get; init; }

    public required int Age { get; init; }

    public required string Country { get; init; }

    public required string Division { get; init; }

    /// <summary>0: none, here and below.</summary>
    public required int PlaceOverall { get; init; }

    public required int PlaceBySex { get; init; }

    public required int PlaceByDivision { get; init; }

    public required long? Official { get; init; }

    public required long? Gun { get; init; }

    public required long? Net { get; init; }

    /// <summary>By the export's split ids.</summary>
    public required long?[] Splits { get; init; }
}
