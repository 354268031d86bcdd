using RaceSystem.Kernel;

namespace RaceSystem.Registration.Core.Meets;

/// <summary>How much a meet may hold (invariant 7). The largest race in the world has 59,226 finishers.</summary>
public static class MeetLimits
{
    public const int Races = 100;
    public const int CourseVisits = 100;
    public const int Divisions = 200;
    public const int DivisionNames = 300;
    public const int Waves = 100;
    public const int RelayExchanges = 50;
    public const int PointsEventLength = 60;
    public const int Entries = 250_000;
    public const int DisplayNameLength = 200;
    public const int DivisionIdLength = 40;
    public const int TimeZoneLength = 64;
    public const int MaxAge = 150;

    /// <summary>Metres; longer than any road race.</summary>
    public const long DistanceM = 10_000_000;

    /// <summary>Longest time limit: a ten-day race fits.</summary>
    public static readonly Elapsed TimeLimit = Elapsed.FromSeconds(14 * 86_400);
}
