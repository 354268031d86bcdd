using System.Globalization;

namespace RaceSystem.Timing.Protocols.RaceResult;

/// <summary>What the decoder tells of itself, in answers to GETSTATUS and GETCONFIG.</summary>
internal sealed class RaceResultState(IDecoderSink sink)
{
    private const int BatteryAt = 10;
    private const int BoardTemperatureAt = 11;
    private const int ReaderTemperatureAt = 12;

    /// <summary>Name of the box; empty until it is told.</summary>
    public string Name { get; private set; } = "";

    /// <summary>
    /// Date; time; has power; antennas; is in operation; file; has GPS fix; position; reader is healthy; battery in percent
    /// (-1: not known yet); temperature of the board; of the reader; …
    /// </summary>
    public void TakeStatus(string[] fields)
    {
        var battery = Number(fields, BatteryAt);
        var temperature = Number(fields, BoardTemperatureAt) ?? Number(fields, ReaderTemperatureAt);
        sink.Report(new DecoderStatus(Name.Length > 0 ? Name : null, battery is >= 0 and <= 100 ? battery : null, temperature));
    }

    /// <summary>GETCONFIG;GENERAL;BOXNAME;name;device id.</summary>
    public void TakeConfig(string[] fields)
    {
        if (fields.Length >= 4 && fields[2] == "BOXNAME")
        {
            var name = fields[3].Trim();
            Name = name[..Math.Min(name.Length, 100)];
            sink.Report(new DecoderStatus(Name));
        }
    }

    private static double? Number(string[] fields, int index) =>
        index < fields.Length && fields[index].Length is > 0 and < 12
            && double.TryParse(fields[index], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
