using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>Passings as evidence.</summary>
internal static class Readings
{
    /// <summary>What a chip left, in order of time.</summary>
    public static List<AnomalyReading> OfChip(FieldEvidence evidence, string chip, string bib)
    {
        var readings = new List<AnomalyReading>();
        foreach (var (time, point) in evidence.Passings.Of(chip))
        {
            if (readings.Count == Anomaly.MaxEvidence)
            {
                break;
            }

            readings.Add(new AnomalyReading(evidence.Passings.Points[point], bib, chip, new Instant(time), "read"));
        }

        return readings;
    }
}
