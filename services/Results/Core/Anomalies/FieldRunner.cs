using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>A runner of a race as the detectors look at one.</summary>
internal readonly record struct FieldRunner(RaceStandings Race, int Number)
{
    public Entry Entry => Race.EntryOf(Number);

    public string Bib => Entry.Bib;

    public RaceDefinition Definition => Race.Race;

    /// <summary>The last visit of the course.</summary>
    public int Finish => Race.Visits.Count - 1;

    public bool IsMeasured(int visit) => Race.Visits[visit].CrossingOf(Number) is not null;

    /// <summary>Microseconds; null: not measured.</summary>
    public long? CrossingAt(int visit) => Race.Visits[visit].CrossingOf(Number)?.Micros;

    /// <summary>First visit after the start that was measured, or -1.</summary>
    public int FirstSplit()
    {
        for (var visit = 1; visit < Race.Visits.Count; visit++)
        {
            if (IsMeasured(visit))
            {
                return visit;
            }
        }

        return -1;
    }

    /// <summary>A crossing that counts as evidence.</summary>
    public AnomalyReading Crossing(int visit, string text = "counts as ")
    {
        var course = Definition.Visits[visit];
        return new AnomalyReading(course.TimingPointId, Bib, "", Race.Visits[visit].CrossingOf(Number), $"{text}'{course.SplitId}'");
    }

    /// <summary>Crossings that count, as evidence.</summary>
    public IEnumerable<AnomalyReading> Crossings()
    {
        for (var visit = 0; visit < Race.Visits.Count; visit++)
        {
            if (IsMeasured(visit))
            {
                yield return Crossing(visit);
            }
        }
    }

    /// <summary>A span of time for people.</summary>
    public static string Text(long micros) =>
        $"{(micros < 0 ? "-" : "")}{TimeSpan.FromSeconds(Math.Round(Math.Abs(micros / 1e6))).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)}";

    /// <summary>Seconds a kilometre.</summary>
    public static double PaceOf(long micros, long metres) => micros / 1e3 / metres;
}
