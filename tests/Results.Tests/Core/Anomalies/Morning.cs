using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Anomalies;
using RaceSystem.Results.Core.Manual;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Tests.Core.Anomalies;

/// <summary>
/// A half marathon in two waves half an hour apart (bibs 1 to 99, 100 to 199) that starts and ends in the stadium, and ten
/// kilometres (200 to 260) that use some of its mats, run by people at steady paces who all do what they should. Changes are
/// made afterwards. Times in seconds after 09:00.
/// </summary>
internal sealed class Morning
{
    private static readonly (string Split, string Point, long Metres)[] Half =
        [("start", "stadium", 0), ("5k", "5k", 5_000), ("10k", "10k", 10_000), ("15k", "5k", 15_000), ("finish", "stadium", 21_098)];

    private static readonly (string Split, string Point, long Metres)[] Ten =
        [("start", "tenstart", 0), ("5k", "5k", 5_000), ("8k", "8k", 8_000), ("finish", "stadium", 10_000)];

    private readonly MeetScoring _scoring = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Point, double Time)>> _passings = new(StringComparer.Ordinal);

    public Morning(int seed, double secondGun = 1_800)
    {
        var random = new Random(seed);
        _scoring.SetRace(Race("half", Half, "first", "second"));
        _scoring.SetRace(Race("ten", Ten, "all"));
        _scoring.SetGun("half", "first", Field.At(0));
        _scoring.SetGun("half", "second", Field.At(secondGun));
        _scoring.SetGun("ten", "all", Field.At(600));
        for (var bib = 1; bib <= 260; bib++)
        {
            var (course, race, wave, gun) = bib < 100 ? (Half, "half", "first", 0) : bib < 200 ? (Half, "half", "second", secondGun) : (Ten, "ten", "", 600);
            var text = bib.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var time = gun + 5 + (random.NextDouble() * 120);
            var pace = 0.2 + (random.NextDouble() * 0.25);
            _passings["C" + text] = [];
            for (var visit = 0; visit < course.Length; visit++)
            {
                time += visit == 0 ? 0 : (course[visit].Metres - course[visit - 1].Metres) * pace * (0.93 + (random.NextDouble() * 0.14));
                _passings["C" + text].Add((course[visit].Point, time));
            }

            Put(new Entry { EntryId = "e" + text, RaceId = race, WaveId = wave, Bib = text, Chips = ["C" + text], Sex = bib % 2 == 0 ? Sex.Male : Sex.Female, Age = 20 + (bib % 50), Country = "PRK", DisplayName = "Runner N" + text });
            Send("C" + text);
        }
    }

    public IReadOnlyList<Anomaly> Anomalies()
    {
        _scoring.Rescore();
        return MeetAnomalies.Of(_scoring);
    }

    public double TimeOf(string bib, string point) => _passings["C" + bib].First(passing => passing.Point == point).Time;

    public Morning Change(string bib, Func<Entry, Entry> change)
    {
        Put(change(_entries[bib]));
        return this;
    }

    /// <summary>Moves all passings of a runner; a start two minutes wide becomes its middle.</summary>
    public Morning Shift(string bib, double seconds)
    {
        _passings["C" + bib] = [.. _passings["C" + bib].Select(passing => (passing.Point, passing.Time + seconds))];
        Send("C" + bib);
        return this;
    }

    public Morning ShiftFrom(string bib, double from, double seconds)
    {
        _passings["C" + bib] = [.. _passings["C" + bib].Select(passing => (passing.Point, passing.Time < from ? passing.Time : passing.Time + seconds))];
        Send("C" + bib);
        return this;
    }

    /// <summary>One runner's chip passes so long after another's.</summary>
    public Morning Follow(string bib, string leader, double seconds)
    {
        _passings["C" + bib] = [.. _passings["C" + leader].Select(passing => (passing.Point, passing.Time + seconds))];
        Send("C" + bib);
        return this;
    }

    public Morning Passes(string chip, string point, params double[] seconds)
    {
        _scoring.SetPassings(point, chip, [.. seconds.Select(second => Field.At(second).Micros)]);
        return this;
    }

    /// <summary>The chip was never read.</summary>
    public Morning Forget(string chip)
    {
        foreach (var point in _passings[chip].Select(passing => passing.Point).Distinct(StringComparer.Ordinal))
        {
            Passes(chip, point);
        }

        return this;
    }

    public Morning Noted(string bib, string point, double seconds)
    {
        _scoring.SetManualPassings(point, bib, [new ManualTime(Field.At(seconds).Micros, 5_000_000, Overrides: false)]);
        return this;
    }

    public void Declare(string bib, ResultStatus status) => _scoring.Declare(_entries[bib].RaceId, bib, status);

    public void NoGun(string race, string wave) => _scoring.SetGun(race, wave, null);

    public void Decide(Adjudication adjudication) => _scoring.SetAdjudication(adjudication.RaceId, adjudication.AdjudicationId, adjudication);

    public void Revoke(string race, string adjudicationId) => _scoring.SetAdjudication(race, adjudicationId, null);

    private void Put(Entry entry)
    {
        _entries[entry.EntryId[1..]] = entry;
        _scoring.SetEntry(entry);
    }

    private void Send(string chip)
    {
        foreach (var point in _passings[chip].GroupBy(passing => passing.Point, StringComparer.Ordinal))
        {
            Passes(chip, point.Key, [.. point.Select(passing => passing.Time).Order()]);
        }
    }

    private static RaceDefinition Race(string raceId, (string Split, string Point, long Metres)[] course, params string[] waves) =>
        Field.Race(course) with { RaceId = raceId, WaveIds = waves, Divisions = [new Division("adults", Sex.Unknown, 18, 99, RankedBySex: true)] };
}
