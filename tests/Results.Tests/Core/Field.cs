using RaceSystem.Kernel;
using RaceSystem.Results.Core.Anomalies;
using RaceSystem.Results.Core.Manual;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Tests.Core;

/// <summary>A race with one runner a line; times in seconds after 09:00, the planned gun.</summary>
internal sealed class Field
{
    public const string RaceId = "race";

    /// <summary>09:00 of the reference meet's morning in Pyongyang.</summary>
    public static readonly Instant NineOClock = Instant.From(new DateTimeOffset(2025, 4, 6, 9, 0, 0, TimeSpan.FromHours(9)));

    private readonly MeetScoring _scoring = new();

    public Field(RaceDefinition race)
    {
        _scoring.SetMeet(new MeetFacts("meet", "Meet", "Asia/Pyongyang", "2025-04-06", [race.RaceId]));
        _scoring.SetRace(race);
    }

    public MeetScoring Scoring => _scoring;

    public static Instant At(double seconds) => new(NineOClock.Micros + (long)Math.Round(seconds * 1e6));

    /// <summary>A course: split id, timing point, metres.</summary>
    public static RaceDefinition Race(params (string Split, string Point, long Metres)[] visits) => new()
    {
        RaceId = RaceId,
        DisplayName = "Race",
        Visits = [.. visits.Select(visit => new CourseVisit(visit.Split, visit.Split, visit.Point, visit.Metres))],
        WaveIds = ["first"],
    };

    public static RaceDefinition Marathon() => Race(("start", "start", 0), ("10k", "10k", 10_000), ("half", "half", 21_098), ("30k", "30k", 30_000), ("finish", "finish", 42_195));

    public Field Gun(double seconds = 0, string wave = "first")
    {
        _scoring.SetGun(RaceId, wave, At(seconds));
        return this;
    }

    public Field Runner(string bib, Sex sex = Sex.Male, int age = 30, string division = "", params string[] chips)
    {
        _scoring.SetEntry(EntryOf(bib) with { Sex = sex, Age = age, DivisionId = division, Chips = chips.Length == 0 ? ["C" + bib] : chips });
        return this;
    }

    public static Entry EntryOf(string bib) => new() { EntryId = "e-" + bib, RaceId = RaceId, Bib = bib, Chips = ["C" + bib], Sex = Sex.Male, Age = 30 };

    public Field Passes(string chip, string point, params double[] seconds)
    {
        _scoring.SetPassings(point, chip, [.. seconds.Select(second => At(second).Micros)]);
        return this;
    }

    /// <summary>Manual times of a bib at a point: seconds, window in seconds, whether it overrides.</summary>
    public Field Noted(string bib, string point, params (double Seconds, double Window, bool Overrides)[] times)
    {
        _scoring.SetManualPassings(point, bib, [.. times.Select(time => new ManualTime(At(time.Seconds).Micros, (long)(time.Window * 1e6), time.Overrides))]);
        return this;
    }

    public IReadOnlyList<Anomaly> Anomalies()
    {
        _scoring.Rescore();
        return MeetAnomalies.Of(_scoring);
    }

    public RaceStandings Standings()
    {
        _scoring.Rescore();
        return _scoring.Snapshot(default).Races[0];
    }

    /// <summary>Bibs with their overall places at the finish, best first.</summary>
    public string Places()
    {
        var race = Standings();
        return string.Join(' ', race.Visits[^1].Order.ToArray().Select(runner => $"{race.EntryOf(runner).Bib}:{race.Visits[^1].PlacesOf(runner).Overall}"));
    }

    /// <summary>The crossings of the only runner, in seconds, with - where nothing was measured.</summary>
    public string Crossings()
    {
        var race = Standings();
        return string.Join(' ', race.Visits.Select(visit => visit.CrossingOf(0) is { } time ? ((time - NineOClock).Micros / 1e6).ToString("0.###", System.Globalization.CultureInfo.InvariantCulture) : "-"));
    }
}
