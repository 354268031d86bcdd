using RaceSystem.Registration.V1;

namespace RaceSystem.AllInOne.Demo;

/// <summary>A synthetic runner: who it is, and what the race has in store.</summary>
public sealed record DemoRunner
{
    public required string EntryId { get; init; }

    public required string RaceId { get; init; }

    public required string Bib { get; init; }

    public required string Chip { get; init; }

    public required string FamilyName { get; init; }

    public required string GivenName { get; init; }

    public required Sex Sex { get; init; }

    public required int Age { get; init; }

    public required string Country { get; init; }

    /// <summary>From the gun to the start line, seconds; null: does not start.</summary>
    public required double? StartDelay { get; init; }

    /// <summary>Seconds a kilometre on the first kilometre.</summary>
    public required double Pace { get; init; }

    /// <summary>How much slower the last kilometre of a marathon is than the first; 0.1 is a tenth.</summary>
    public required double Fade { get; init; }

    /// <summary>Metre at which the runner gives up; null: finishes.</summary>
    public required double? StopsAt { get; init; }

    /// <summary>Seconds from the gun to a distance, or null when the runner does not get there.</summary>
    public double? SecondsTo(double metres)
    {
        if (StartDelay is not { } delay || metres > (StopsAt ?? double.MaxValue))
        {
            return null;
        }

        var km = metres / 1000;
        return delay + (Pace * (km + (Fade * km * km / (2 * 42.195))));
    }

    public Entry ToEntry() => new()
    {
        EntryId = EntryId,
        RaceId = RaceId,
        Bib = Bib,
        Chips = { Chip },
        WaveId = ReferenceMeet.WaveId,
        Status = EntryStatus.Confirmed,
        Participant = new Participant { FamilyName = FamilyName, GivenName = GivenName, Sex = Sex, AgeOnRaceDay = Age, Country = Country },
    };
}
