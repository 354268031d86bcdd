using RaceSystem.Kernel;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Core.Awards;

/// <summary>The best time there is, before this race.</summary>
/// <param name="Sex">Only this sex; unspecified: any.</param>
/// <param name="DivisionId">Only this division; empty: any.</param>
/// <param name="Country">Only runners of this country; empty: any.</param>
/// <param name="Time">As shown.</param>
public sealed record StandingRecord(
    string RecordId,
    string DisplayName,
    Sex Sex,
    string DivisionId,
    string Country,
    Elapsed? Time,
    string Holder,
    string When);
