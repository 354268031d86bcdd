using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Records;

/// <summary>Sex of the contract as scoring knows it.</summary>
public static class SexReading
{
    public static Sex Of(Registration.V1.Sex sex) => sex switch
    {
        Registration.V1.Sex.Male => Sex.Male,
        Registration.V1.Sex.Female => Sex.Female,
        Registration.V1.Sex.NonBinary => Sex.NonBinary,
        _ => Sex.Unknown,
    };
}
