using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Service.Wire;

/// <summary>Divisions between the wire and the core.</summary>
internal static class DivisionWire
{
    public static Division ToCore(V1.Division division) =>
        new(division.DivisionId, division.DisplayName, (Sex)division.Sex, division.MinAge, division.MaxAge, division.RankedBySex)
        {
            Countries = ValueList.From(division.Countries),
            Clubs = ValueList.From(division.Clubs),
            Attribute = division.Attribute is { } condition ? AttributeWire.ToCore(condition) : null,
            Additional = division.Additional,
            Separate = division.Separate,
        };

    public static V1.Division ToWire(Division division) => new()
    {
        DivisionId = division.DivisionId,
        DisplayName = division.DisplayName,
        Sex = (V1.Sex)division.Sex,
        MinAge = division.MinAge,
        MaxAge = division.MaxAge,
        RankedBySex = division.RankedBySex,
        Countries = { division.Countries },
        Clubs = { division.Clubs },
        Attribute = division.Attribute is { } condition ? AttributeWire.ToWire(condition) : null,
        Additional = division.Additional,
        Separate = division.Separate,
    };
}
