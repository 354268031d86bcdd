namespace RaceSystem.Timing.Protocols.Csv;

/// <summary>Where in a line what stands: positions from 0; -1 for what is not there.</summary>
/// <param name="Chip">Chip code.</param>
/// <param name="Bib">Bib, taken for the chip code where there is none.</param>
/// <param name="Time">Time.</param>
/// <param name="Date">Date of the time.</param>
/// <param name="Rssi">Signal strength in dBm.</param>
/// <param name="Antenna">Antenna.</param>
/// <param name="Location">Name of where it was read.</param>
internal sealed record CsvColumns(int Chip, int Bib, int Time, int Date, int Rssi, int Antenna, int Location)
{
    /// <summary><c>chip,time[,rssi[,antenna]]</c>: what holds when nothing is declared.</summary>
    public static readonly CsvColumns Usual = new(0, -1, 1, -1, 2, 3, -1);

    /// <summary>Whether a read can be made of them.</summary>
    public bool AreEnough => Time >= 0 && (Chip >= 0 || Bib >= 0);
}
